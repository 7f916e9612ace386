using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Expense claims that were submitted on or before the day judged, each for the ISO week of its submission.</summary>
public static class ExpenseClaims
{
    public static Population Word { get; } = new("expense claim", Sources.Expenses,
        [new(Sources.Engagements, "account_id"), new(Sources.Expenses, "engagement_id", "submitted_on")], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each expense claim that was submitted on or before the day judged; its occasion is the ISO week of `submitted_on`.",
        "It belongs to the account of its engagement.",
        "A claim submitted before the account's end is judged to its own due day.")
    {
        With = ["begun before the end"],
        Example = """
            - id: expenses-in-time
              title: Expenses are approved within 2 working days of the week in which they were submitted
              for each: expense claim
              deadline: { done: approved, within: 2 working days, after: week end }
              alert per: occasion
            """,
    };

    private static IEnumerable<Case> Of(AccountView view)
    {
        foreach (Item claim in view.Items(ItemKinds.Expense))
            if (claim.By(view.Today, ItemDay.Submitted) is { } submitted && IsoWeek.Of(submitted) is var week)
                yield return new("expense claim", claim.Id)
                {
                    Occasion = week.ToString(), Item = claim, Person = claim.Person, Engagement = view.EngagementOf(claim), Days = (week.Monday, week.Sunday), Began = submitted, RowOf = Sources.Expenses,
                };
        foreach (Case refused in view.RefusedRows(Sources.Expenses, "expense claim"))
            yield return refused.Refused?.Names.Day is { } day && IsoWeek.Of(day) is var week
                ? refused with { Occasion = week.ToString(), Days = (week.Monday, week.Sunday) }
                : refused;
    }
}
