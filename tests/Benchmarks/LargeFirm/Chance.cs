namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>What a chance is about, so that two chances of the same row are not the same.</summary>
internal enum About
{
    Id,
    Dates,
    Hours,
    Leave,
    Rate,
    Share,
    Approval,
    Bill,
    Payment,
    Meeting,
    Document,
    Item,
    Claim,
    Pipeline,
    Role,
}

/// <summary>Chance without a state: a number for each subject, so that rows can be made in any order.</summary>
internal sealed class Chance(int seed)
{
    public int Below(int limit, About about, int first, int second = 0) => (int)(Roll(about, first, second) % (ulong)limit);

    public bool Percent(int percent, About about, int first, int second = 0) => Below(100, about, first, second) < percent;

    public ulong Roll(About about, int first, int second = 0)
    {
        unchecked
        {
            var mixed = Mix((ulong)(uint)seed << 32 | (uint)about);
            return Mix(mixed ^ ((ulong)(uint)first << 32 | (uint)second));
        }
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15UL;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
            return value ^ (value >> 31);
        }
    }
}
