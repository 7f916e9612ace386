using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>What is owed to the customer, such as a report: rows of items.csv of kind <c>obligation</c>, each for the ISO week in which it falls due.</summary>
public static class Obligations
{
    public static Population Word { get; } = new(ItemKinds.Obligation, Sources.Items,
        [OwedItems.Need(ItemKinds.Obligation) with { Columns = ["kind", "account_id", "engagement_id", "anchor_on", "due_on", "done_on"] }], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each item of kind `obligation`: what is owed to the customer, such as a report.",
        "Its occasion is the ISO week in which it falls due, and by that week it is begun.",
        "One that is raised after the day judged does not exist yet.")
    {
        With = ["what is not known yet", "begun before the end"],
        Example = """
            - id: report-sent
              title: What is owed to the customer is done in the week in which it falls due
              for each: obligation
              deadline: { done: done, within: 0 days, after: end of its due week }
              alert per: occasion
            """,
    };

    private static IEnumerable<Case> Of(AccountView view)
    {
        foreach (Case owed in OwedItems.Of(view, ItemKinds.Obligation, ItemKinds.Obligation))
            yield return owed.Item?.On(ItemDay.Due) is { } due && IsoWeek.Of(due) is var week
                ? owed with { Occasion = week.ToString(), Days = (week.Monday, week.Sunday), Began = week.Monday }
                : owed;
    }
}
