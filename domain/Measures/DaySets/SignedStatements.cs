using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.DaySets;

/// <summary>The dates of the engagement's signed statements of work.</summary>
public static class SignedStatements
{
    private const string DocumentType = "sow";

    public static DaySet Word { get; } = new("signed statement of work",
        [new(Sources.Documents, "engagement_id", "kind", "signed_by_all_on", "recorded_on", "starts_on", "ends_on") { Kinds = [DocumentType] }], Of) { Meaning = Meaning };

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

    private static IEnumerable<DayRange> Of(AccountView view, Case subject)
    {
        if (subject.Engagement is { } engagement)
            foreach (Item document in view.ItemsOf(ItemKinds.Document, engagement.Id))
                if (document.Type == DocumentType && document.IsRecordedBy(view.Today) && document.By(view.Today, ItemDay.SignedByAll) is not null)
                    yield return new(document.On(ItemDay.Starts), document.On(ItemDay.Ends), document.Id);
    }
}
