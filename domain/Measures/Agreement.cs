using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>Two systems tell the same story of a record.</summary>
/// <param name="Systems">The two systems, in lower case; the first is the one whose stages the firm's stage map translates.</param>
/// <param name="Same">The fields that must be equal; <c>stage</c> through the stage map.</param>
/// <param name="Within">The fields that may differ by so many per cent of the larger: <c>value</c>.</param>
public sealed record Agreement(string Record, ImmutableArray<string> Systems, ImmutableArray<string> Same, ImmutableDictionary<string, decimal> Within) : IPromise
{
    /// <summary>The field that is an amount of money.</summary>
    public const string Value = "value";

    /// <summary>The field that the stage map translates.</summary>
    public const string Stage = "stage";

    public ImmutableArray<Need> Needs => [new(Sources.Opportunities, ["system", .. Same, .. Within.Keys.Order(StringComparer.Ordinal)])];

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view)
    {
        Record? one = subject.Records.FirstOrDefault(r => r.System == Systems[0]), other = subject.Records.FirstOrDefault(r => r.System == Systems[1]);
        var basis = new AgreementBasis([.. Systems.Select(s => s.ToUpperInvariant())], [.. Seen(one).Concat(Seen(other))]);
        Finding Unknown(Trouble trouble) => view.Unknown(measure, subject, "", basis, null, trouble);
        Finding Is(Verdict verdict, string? reason) => view.Finding(measure, subject, "", verdict, basis, null) with { Reason = reason };
        if (view.OfSources(measure.Needs) is { } unread)
            return [Unknown(unread)];
        if (one is null || other is null)
            return [view.OfRows(measure, subject) is { } trouble ? Unknown(trouble) : Is(Verdict.Breached, $"missing in {(one is null ? Systems[0] : Systems[1])}")];
        string[] differences = [.. Differences(one, other, view.Firm.Policy.Stages)];
        if (differences.Length > 0)
            return [Is(Verdict.Breached, string.Join(", ", differences))];
        // A value that was refused is not one that agrees, nor a blank one.
        if (RefusedValue(subject, view) is { } refused)
            return [Unknown(new(Reasons.RowsQuarantined, refused.Message))];
        return [Within.ContainsKey(Value) && (one.Value is null) != (other.Value is null)
            ? Unknown(new(Reasons.FigureIncomplete, "only one of the systems gives a value"))
            : Is(Verdict.Met, null)];
    }

    private Fault? RefusedValue(Case subject, AccountView view) =>
        view.Firm.FaultsOf(Sources.Opportunities, subject.Subject).Where(f => f.Column is { } column && Within.ContainsKey(column)).MinBy(f => f.Line);

    private IEnumerable<string> Differences(Record one, Record other, IReadOnlyDictionary<string, string> stages)
    {
        foreach (string field in Same)
        {
            string mine = one.Fields.GetValueOrDefault(field) ?? "", theirs = other.Fields.GetValueOrDefault(field) ?? "";
            // A stage that the map does not name stands for itself.
            string translated = field == Stage && stages.TryGetValue(mine, out string? mapped) ? mapped : mine;
            if (!translated.Equals(theirs, StringComparison.OrdinalIgnoreCase))
                yield return $"{field} differs";
        }
        if (!Within.TryGetValue(Value, out decimal percent) || one.Value is not { } a || other.Value is not { } b)
            yield break;
        if (a.Currency != b.Currency)
            yield return "currency differs";
        else if (Math.Abs((decimal)a.Minor - b.Minor) * 100m > percent * Math.Max(Math.Abs((decimal)a.Minor), Math.Abs((decimal)b.Minor)))
            yield return "value differs";
    }

    private IEnumerable<Compared> Seen(Record? record)
    {
        if (record is null)
            yield break;
        foreach (string field in Same)
            yield return new($"{record.System} {field}", Text: record.Fields.GetValueOrDefault(field) ?? "");
        if (record.Value is not null)
            yield return new($"{record.System} {Value}", Money: record.Value);
    }
}
