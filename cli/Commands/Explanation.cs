using System.Globalization;
using NodaTime;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>Findings of one measure and account as a person reads them: what was promised, what was found, what it rests on.</summary>
internal sealed class Explanation(Measure measure, AccountView view)
{
    private const int Label = 18;

    /// <param name="shown">In the order in which they are to stand.</param>
    /// <param name="rest">Those that are only counted.</param>
    public IEnumerable<string> Lines(IReadOnlyCollection<Finding> shown, IReadOnlyCollection<Finding> rest) =>
        Promise().Concat(shown.SelectMany(Found)).Concat(Counted(shown, rest)).Concat(Ground());

    private IEnumerable<string> Promise()
    {
        yield return measure.Title;
        yield return Line("measure", $"{measure.Id}, severity {measure.Severity.ToString().ToLowerInvariant()}{(measure.Source is { } source ? $", from {source}" : "")}");
        yield return Line("account", $"{view.Account.Name} ({view.Account.Id})");
        yield return Line("terms", $"for each {measure.ForEach.Name}{measure.ForEach.Chosen}: {InWords(measure)}");
        if (measure.PromisedFrom is { } from)
            yield return Line("", $"promised from {from.InWords()}");
        foreach (Terms terms in Changed)
            yield return Line("", $"{Since(terms.From, terms.Because)}: {InWords(terms.By)}");
    }

    private IEnumerable<string> Found(Finding finding)
    {
        yield return "";
        yield return $"{finding.Verdict.Name().ToUpperInvariant()}  {finding.Message}";
        if (finding.Reason is { } reason)
            yield return Line("reason", Reasons.Of(reason) is { } known ? $"{reason}: {known.Meaning}" : reason);
        foreach (string line in When(finding).Concat(WhoAndWhat(finding)))
            yield return line;
        foreach (string line in Column("compared", finding.Basis.Values(finding).Select(v => $"{v.Name}: {v.InWords}")))
            yield return line;
        FailingRows rows = finding.Basis.Rows(finding);
        foreach (string line in Column("failing rows", Listed(rows)))
            yield return line;
        foreach (string line in finding.Cause is { } cause ? Column("waits for", Listed(cause.Rows).Select(row => $"{cause.Terms.Measure}: {row}")) : [])
            yield return line;
        if (finding.Basis.AtStake(finding) is { } money && rows.Keys.Length > 0)
            yield return Line("at stake", money.ToString());
        yield return Line("terms in force", InForce(finding));
    }

    /// <summary>Since when it is so; what is not due on a day may be so for longer than the files tell.</summary>
    private IEnumerable<string> When(Finding finding)
    {
        if (finding.Due is { } due)
            yield return Line("due", finding.Verdict.IsOpen() ? $"{due.InWords()}, {Ago(due)}" : due.InWords());
        else if (finding.Verdict is Verdict.AtRisk or Verdict.Breached)
            yield return finding.Basis switch
            {
                { Since: { } since } basis => Line("since", $"{(basis.IsSinceAtLeast ? "at least " : "")}{since.InWords()}, {Ago(since)}"),
                { Over: var (first, last) } => Line("over", $"{first.InWords()} to {last.InWords()}; whether it was so before, the files do not tell"),
                _ => Line("as of", $"{view.Today.InWords()}; since when, the files do not tell"),
            };
    }

    private string Ago(LocalDate day) => Period.DaysBetween(day, view.Today) switch
    {
        0 => "today",
        1 => "yesterday",
        -1 => "tomorrow",
        > 1 and var days => $"{days} days ago",
        var days => $"in {-days} days",
    };

    private IEnumerable<string> WhoAndWhat(Finding finding)
    {
        if (finding.Verdict.IsOpen())
            yield return Line("who acts", Ownership.Of(view, finding.Case) is { } owner ? $"{owner.Id}: {owner.Because}" : "nobody is known; name 'operations' in firm.yaml");
        if (finding.Remedy is { } remedy)
            yield return Line(finding.Verdict == Verdict.Unknown ? "to judge it" : "to turn it green", remedy);
        if (finding.Case.Person is { } person && finding.Case.Subject != person.Value)
            yield return Line("person", person.Value);
        if (finding.Case.Engagement is { } engagement && finding.Case.Subject != engagement.Id.Value)
            yield return Line("engagement", $"{engagement.Name} ({engagement.Id})");
    }

    private static IEnumerable<string> Listed(FailingRows rows) => rows.More == 0 ? rows.Keys
        : rows.Keys.Append(string.Create(CultureInfo.InvariantCulture, $"and {rows.More} more{(rows.MoneyOfMore.IsEmpty ? "" : $", of {string.Join(" and ", rows.MoneyOfMore)}")}"));

    private IEnumerable<string> Counted(IReadOnlyCollection<Finding> shown, IReadOnlyCollection<Finding> rest)
    {
        if (rest.Count > 0 || shown.Count == 0)
            yield return "";
        if (shown.Count == 0 && rest.Count == 0)
            yield return $"The account has no {measure.ForEach.Name}{measure.ForEach.Chosen} to judge.";
        if (rest.Count > 0)
            yield return $"Not shown: {string.Join(", ", rest.GroupBy(f => f.Verdict).OrderBy(g => g.Key).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} {g.Key.Name()}")))}.";
    }

    private IEnumerable<string> Ground()
    {
        Ground ground = view.GroundOf(measure);
        yield return "";
        yield return "It rests on";
        foreach (ReadingUsed reading in ground.Readings)
            yield return Line(reading.Source, reading.AsOf is { } asOf ? $"as of {asOf.InWords()}{(reading.Hash is { } hash ? $", SHA-256 {hash}" : "")}" : "not there");
        yield return Line("clock", $"{ground.Zone}, bank holidays {ground.Calendar}, judged as of {ground.Today.InWords()}");
        yield return Line("policy", $"SHA-256 {ground.Policy}");
    }

    /// <summary>The terms that took the place of the measure's first, for this account or for all.</summary>
    private IEnumerable<Terms> Changed => measure.Overrides.TryGetValue(view.Account.Id, out var own) ? own : measure.Changed;

    private string InForce(Finding finding) => finding.Terms is { } other && Changed.LastOrDefault(t => t.From == other.From && t.Because == other.Because) is { } terms
        ? $"{InWords(terms.By)}; {Since(other.From, other.Because)}" : InWords(measure);

    private static string Since(LocalDate? from, string? because) =>
        $"{(from is { } day ? $"from {day.InWords()}" : "always")}{(because is null ? "" : $", because: {because}")}";

    private static string InWords(Measure measure) => $"{measure.Promise.InWords}{(measure.Warn is { } warn ? $"; a warning {warn} before" : "")}";

    private static IEnumerable<string> Column(string label, IEnumerable<string> values) => values.Select((value, i) => Line(i == 0 ? label : "", value));

    private static string Line(string label, string value) => $"  {label.PadRight(Label)}{value}";
}
