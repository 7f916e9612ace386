using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Engagements that are active on the day judged, however many people work on them.</summary>
public static class ActiveEngagements
{
    public static Population Word { get; } = new("active engagement", Sources.Engagements, [new(Sources.Engagements, "account_id", "status", "started_on", "ended_on")], Of);

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
