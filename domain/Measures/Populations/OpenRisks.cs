using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Risks and issues that are open. The two kinds may use one id, so that each is called by both: <c>risk/R7</c>.</summary>
public static class OpenRisks
{
    private const string Noun = "risk or issue";

    private static readonly string[] Kinds = [ItemKinds.Risk, ItemKinds.Issue];

    public static Population Word { get; } = new("open risk or issue", Sources.Items,
        [OwedItems.Need(Kinds) with { Columns = ["kind", "account_id", "engagement_id", "anchor_on", "done_on"] }], view => Kinds.SelectMany(kind => Of(view, kind))) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each item of kind `risk` or `issue` that is open on the day judged: raised by then, on `anchor_on` (blank: always), and not done.",
        "The two kinds may use the same id, so that the subject has both: `risk/R7`.")
    {
        With = ["what is not known yet"],
        Example = """
            - id: risks-owned
              title: Each open risk or issue has an owner
              for each: open risk or issue
              coverage: { role: owner, holders: at least 1 }
              alert per: account
            """,
    };

    private static IEnumerable<Case> Of(AccountView view, string kind)
    {
        foreach (Item item in view.Items(kind))
            if (item.By(view.Today, ItemDay.Done) is null && !(item.On(ItemDay.Anchor) > view.Today))
                yield return new(Noun, $"{kind}/{item.Id}")
                {
                    Called = $"{(kind == ItemKinds.Risk ? "Risk" : "Issue")} {item.Id}", Item = item, Engagement = view.EngagementOf(item), Active = [(item.On(ItemDay.Anchor), null)], RowOf = Sources.Items,
                };
        foreach (Case refused in view.RefusedRows(Sources.Items, Noun, kind))
            yield return refused with { Subject = $"{kind}/{refused.Subject}" };
    }
}
