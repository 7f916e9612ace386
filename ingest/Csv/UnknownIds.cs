using System.Collections.Immutable;
using System.Globalization;
using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Csv;

/// <summary>What an id of the register names.</summary>
internal enum IdKind { Account, Engagement, Person }

/// <summary>
/// The values of one file that are not in the register. The first twenty of a kind are named, each with its first line, its rows and
/// their money; the rest are counted, so that a file of strangers does not fill the memory.
/// </summary>
internal sealed class UnknownIds(string source, Known known)
{
    private const int MostNamed = 20;

    private readonly SortedDictionary<IdKind, Found> _found = [];

    /// <summary>Ids come in the order of their first lines.</summary>
    public void Add(IdKind kind, string id, int line, int rows, params ReadOnlySpan<Money> amounts)
    {
        if (!known.Lists(kind))
            return;
        if (!_found.TryGetValue(kind, out Found? found))
            _found[kind] = found = new();
        if (!found.Named.TryGetValue(id, out Count? count))
            count = found.Named.Count == MostNamed ? found.Rest : found.Named[id] = new() { Line = line };
        count.Rows += rows;
        foreach (Money amount in amounts)
            count.Money[amount.Currency] = Saturating.Sum(count.Money.GetValueOrDefault(amount.Currency), amount.Minor);
    }

    /// <summary>One line for each id that is named, and one for the rest of its kind.</summary>
    public ImmutableArray<string> Lines()
    {
        if (_found.Count == 0)
            return [];
        List<string> lines = [];
        foreach ((IdKind kind, Found found) in _found)
        {
            foreach ((string id, Count count) in found.Named.OrderBy(n => n.Value.Line))
                lines.Add(Line(kind, id, count));
            if (found.Rest.Rows > 0)
                lines.Add($"{source}, column {ColumnOf(kind)}: {found.Rest.InMoreRows} other values that are not in {FileOf(kind)}{found.Rest.InMoney(" (", ")")}");
        }
        return [.. lines];
    }

    private string Line(IdKind kind, string id, Count count)
    {
        string said = string.Create(CultureInfo.InvariantCulture,
            $"{source} line {count.Line}, column {ColumnOf(kind)}: {Quoted.Value(id)} is not in {FileOf(kind)} ({count.InRows}{count.InMoney(", ", "")})");
        // An address is not shown, neither as what was written nor as what was meant.
        return Nearest.To(id, known.Ids(kind)) is { } meant && !meant.Contains('@', StringComparison.Ordinal) ? $"{said}; did you mean {Quoted.Value(meant)}?" : said;
    }

    private static string ColumnOf(IdKind kind) => kind switch { IdKind.Account => "account_id", IdKind.Engagement => "engagement_id", _ => "person_id" };

    private static string FileOf(IdKind kind) => kind switch { IdKind.Account => Sources.Accounts, IdKind.Engagement => Sources.Engagements, _ => Sources.People };

    private sealed class Found
    {
        public Dictionary<string, Count> Named { get; } = new(StringComparer.Ordinal);

        public Count Rest { get; } = new();
    }

    private sealed class Count
    {
        public int Line { get; init; }

        public int Rows { get; set; }

        public SortedDictionary<string, long> Money { get; } = new(StringComparer.Ordinal);

        public string InRows => string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} {(Rows == 1 ? "row" : "rows")}");

        public string InMoreRows => string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} more {(Rows == 1 ? "row has" : "rows have")}");

        public string InMoney(string before, string after) =>
            Money.Count == 0 ? "" : before + string.Join(", ", Money.Select(m => new Money(m.Value, m.Key))) + after;
    }
}
