using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.DaySets;

/// <summary>The dates of the engagement's signed statements of work.</summary>
public static class SignedStatements
{
    private const string DocumentType = "sow";

    public static DaySet Word { get; } = new("signed statement of work",
        [new(Sources.Documents, "engagement_id", "kind", "signed_by_all_on", "recorded_on", "starts_on", "ends_on") { Kinds = [DocumentType] }], Of) { Nearest = Nearest, Meaning = Meaning };

    private static Meaning Meaning => new(
        "The days from `starts_on` to `ends_on` of each document of kind `sow` of the engagement that all parties have signed by the day judged.",
        "Both ends are included, and a blank one is open.")
    {
        Example = """
            - id: hours-under-contract
              title: Every day with hours lies within the dates of a signed statement of work
              for each: engagement
              coverage: { days: days with hours, within: signed statement of work }
            """,
    };

    private static IEnumerable<DayRange> Of(AccountView view, Case subject) => Statements(view, subject).Where(d => IsSigned(d, view)).Select(Days);

    /// <summary>One that would cover all the days if it were signed, else the signed one that ends last, else the unsigned one that does.</summary>
    private static (string Told, string Order)? Nearest(AccountView view, Case subject, IReadOnlyList<(LocalDate? From, LocalDate? To)> outside)
    {
        Item[] all = [.. Statements(view, subject).OrderByDescending(d => d.On(ItemDay.Ends) ?? LocalDate.MaxIsoValue).ThenBy(d => d.Id, StringComparer.Ordinal)];
        string days = Phrases.Any([.. outside.Select(DayCoverageBasis.Told)], "and");
        if (Array.Find(all, d => !IsSigned(d, view) && outside.All(o => Covers(Days(d), o))) is { } whole)
            return ($"{whole.Id} is not signed by all parties", $"have all parties sign {whole.Id}");
        if (Array.Find(all, d => IsSigned(d, view)) is { } signed)
            return ($"{signed.Id} covers {DayCoverageBasis.Told((signed.On(ItemDay.Starts), signed.On(ItemDay.Ends)))}", $"have {signed.Id} extended to cover {days}");
        return all.FirstOrDefault() is { } other
            ? ($"{other.Id} is not signed by all parties", $"have {other.Id} extended to cover {days}, and signed by all parties") : null;
    }

    private static IEnumerable<Item> Statements(AccountView view, Case subject) => subject.Engagement is not { } engagement ? []
        : view.ItemsOf(ItemKinds.Document, engagement.Id).Where(d => d.Type == DocumentType && d.IsRecordedBy(view.Today));

    private static bool IsSigned(Item document, AccountView view) => document.By(view.Today, ItemDay.SignedByAll) is not null;

    private static DayRange Days(Item document) => new(document.On(ItemDay.Starts), document.On(ItemDay.Ends), document.Id);

    private static bool Covers(DayRange range, (LocalDate? From, LocalDate? To) days) =>
        (days.From is { } from ? range.Contains(from) : range.From is null) && (days.To is { } to ? range.Contains(to) : range.To is null);
}
