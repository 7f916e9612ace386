namespace Plumbline.Cli.Sample;

/// <summary>Repeatable chance: the same seed and subject roll the same numbers on every machine.</summary>
internal sealed class Dice
{
    private ulong _state;

    private Dice(ulong state) => _state = state;

    // Each subject has dice of its own, so that one row more for one subject leaves all others as they were.
    public static Dice For(int seed, string subject)
    {
        unchecked
        {
            var hash = 14695981039346656037UL ^ (uint)seed;
            foreach (var letter in subject)
            {
                hash = (hash ^ letter) * 1099511628211UL;
            }

            return new Dice(hash);
        }
    }

    public int Between(int least, int most) => least + (int)(Roll() % (ulong)(most - least + 1));

    public bool Percent(int chance) => Between(1, 100) <= chance;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    // SplitMix64: a counter and a good mix, which needs no warming up.
    private ulong Roll()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
