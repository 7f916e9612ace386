
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

    /// <summary>How many rows are of engagements without a number in the register; what they are worth goes to the money, in millionths.</summary>
    public int Strangers(int[] register, SortedDictionary<string, long> money)
    {
        int rows = 0;
        for (int engagement = 0; engagement < Math.Min(register.Length, _tallies.Length); engagement++)
            if (register[engagement] < 0)
            {
                rows += _tallies[engagement].Rows;
                if (_tallies[engagement].Valued)
                    AddTo(money, _tallies[engagement].Currency, _tallies[engagement].Value);
            }
        foreach (((int engagement, int currency), long value) in _apart)
            if (register[engagement] < 0)
                AddTo(money, currency, value);
        return rows;
    }

    private static void AddTo(SortedDictionary<string, long> money, int currency, long value) =>
        money[Values.Currency(currency)] = Saturating.Sum(money.GetValueOrDefault(Values.Currency(currency)), value);

    private struct Tally
    {
        public long Value;
        public int Rows;
        public int Currency;
        public bool Valued;
        public bool Seen;
    }
}
