using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Engagements that are active on the day judged, however many people work on them.</summary>
public static class ActiveEngagements
{
    public static Population Word { get; } = new("active engagement", Sources.Engagements, [new(Sources.Engagements, "account_id", "status", "started_on", "ended_on")], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each engagement that is active on the day judged, however many people work on it.",
        "Its earlier periods are judged as long as it is active, and an engagement that is not active on the day judged has no finding.")
    {
        With = ["active", "ended accounts"],
        Example = """
            - id: leads-on-projects
              title: Each active engagement has a delivery lead and a technology lead
              for each: active engagement
              coverage: { role: { all of: [delivery lead, technology lead] }, holders: at least 1 }
            """,
    };

    private static IEnumerable<Case> Of(AccountView view)
    {
        foreach (Engagement engagement in view.Engagements)
        {
            Case subject = Engagements.Case(view, engagement);
            if (subject.Refused is not null)
                yield return subject;
            else if (engagement.IsActiveOn(view.Today))
                yield return subject with { Active = [(engagement.StartedOn, engagement.EndedOn)] };
        }
        foreach (Case refused in view.RefusedEngagements())
            yield return refused;
    }
}
