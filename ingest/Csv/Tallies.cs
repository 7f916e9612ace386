
namespace Plumbline.Ingest.Csv;

/// <summary>Rows and money by engagement, for those engagements that turn out to be strangers.</summary>
internal sealed class Tallies
{
    // Nearly all rows of an engagement are in one currency; others stand apart.
    private readonly Dictionary<(int Engagement, int Currency), long> _apart = [];
    private Tally[] _tallies = new Tally[1 << 8];

    /// <summary>Marks an engagement as one that the file names.</summary>
    public void See(int engagement)
    {
        if (engagement >= _tallies.Length)
            Array.Resize(ref _tallies, Math.Max(engagement + 1, _tallies.Length * 2));
        _tallies[engagement].Seen = true;
    }

    /// <param name="value">In millionths.</param>
    public void Add(int engagement, long? value, int currency)
    {
        ref Tally tally = ref _tallies[engagement];
        tally.Rows++;
        if (value is not { } amount)
            return;
        if (tally.Valued && tally.Currency != currency)
        {
            _apart[(engagement, currency)] = Saturating.Sum(_apart.GetValueOrDefault((engagement, currency)), amount);
            return;
        }
        (tally.Valued, tally.Currency) = (true, currency);
        tally.Value = Saturating.Sum(tally.Value, amount);
    }

    public bool Seen(int engagement) => engagement < _tallies.Length && _tallies[engagement].Seen;

    /// <summary>Tells the rows and money, in millionths, of each engagement without a number in the register; one may come several times.</summary>
    public void Strangers(int[] register, Action<int, int, (int Currency, long Value)?> tell)
    {
        for (int engagement = 0; engagement < Math.Min(register.Length, _tallies.Length); engagement++)
            if (register[engagement] < 0 && _tallies[engagement] is { Rows: > 0 } tally)
                tell(engagement, tally.Rows, tally.Valued ? (tally.Currency, tally.Value) : null);
        foreach (((int engagement, int currency), long value) in _apart)
            if (register[engagement] < 0)
                tell(engagement, 0, (currency, value));
    }

    private struct Tally
    {
        public long Value;
        public int Rows;
        public int Currency;
        public bool Valued;
        public bool Seen;
    }
}
