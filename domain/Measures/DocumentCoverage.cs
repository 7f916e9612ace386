using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>
/// A document of each kind is in force on the day judged: a Coverage of documents. It is where its dates hold that day, a blank one
/// being an open end, and where nothing says that it was recorded later only.
/// </summary>
/// <param name="Kinds">In lower case: <c>account plan</c>.</param>
public sealed record DocumentCoverage(ImmutableArray<string> Kinds) : IPromise
{
    public ImmutableArray<Need> Needs => [new(Sources.Documents, "account_id", "kind", "recorded_on", "starts_on", "ends_on") { Kinds = Kinds }];

    public string InWords => $"{Phrases.And(Kinds.Select(k => k.WithArticle()))} in force";

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view)
    {
        if (!subject.IsActiveOn(view.Today))
            return [];
        var held = Kinds.Select(kind => (Kind: kind, Ids: InForce(kind, subject, view))).ToImmutableArray();
        var basis = new DocumentCoverageBasis([.. held.Select(h => (h.Kind, h.Ids, h.Ids.IsEmpty ? Ended(h.Kind, subject, view) : null))]);
        string[] missing = [.. held.Where(h => h.Ids.IsEmpty).Select(h => h.Kind)];
        if ((view.OfSources(measure) ?? (missing.Length > 0 ? view.OfRows(measure, subject) : null)) is { } trouble)
            return [view.Unknown(measure, subject, "", basis, null, trouble)];
        Finding Is(Verdict verdict) => view.Finding(measure, subject, "", verdict, basis, null);
        return [missing.Length == 0 ? Is(Verdict.Met) : Is(Verdict.Breached) with { Reason = $"missing: {string.Join(", ", missing)}" }];
    }

    private static ImmutableArray<string> InForce(string kind, Case subject, AccountView view) =>
        [.. Recorded(kind, subject, view).Where(d => Days(d).Contains(view.Today)).Select(d => d.Id).Order(StringComparer.Ordinal)];

    /// <summary>The day after the last day of the last of them; null where there was none.</summary>
    private static LocalDate? Ended(string kind, Case subject, AccountView view) =>
        Recorded(kind, subject, view).Where(d => !(Days(d).From > view.Today)).Max(d => Days(d).To)?.PlusDays(1);

    private static IEnumerable<Item> Recorded(string kind, Case subject, AccountView view) =>
        view.Items(ItemKinds.Document).Where(d => d.Type == kind && (subject.Engagement is not { } engagement || d.Engagement == engagement.Id) && d.IsRecordedBy(view.Today));

    private static DayRange Days(Item document) => new(document.On(ItemDay.Starts), document.On(ItemDay.Ends), document.Id);
}
