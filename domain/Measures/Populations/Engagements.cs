using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Every engagement, whatever its status.</summary>
public static class Engagements
{
    public static Population Word { get; } = new("engagement", Sources.Engagements, [new(Sources.Engagements, "account_id", "started_on")], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Every engagement of the account, whatever its status.",
        "What is asked of it begins on its start, so that one that starts after the account's end is not judged.")
    {
        With = ["begun before the end"],
        Example = """
            - id: data-mapping-closed
              title: The data mapping is closed within 30 days of the project's start
              for each: engagement
              deadline: { done: data mapping closed, within: 30 days, after: project start }
            """,
    };

    private static IEnumerable<Case> Of(AccountView view) => view.Engagements.Select(e => Case(view, e)).Concat(view.RefusedEngagements());

    internal static Case Case(AccountView view, Engagement engagement) =>
        new("engagement", engagement.Id.Value) { Name = engagement.Name, Engagement = engagement, Began = engagement.StartedOn, Refused = view.LostRowOf(engagement) };
}
