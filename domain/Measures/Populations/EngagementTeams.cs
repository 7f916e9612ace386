using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Active engagements with two or more people assigned on the day judged.</summary>
public static class EngagementTeams
{
    private const int Team = 2;

    public static Population Word { get; } = new("engagement team", Sources.Engagements,
        [.. ActiveEngagements.Word.Needs, new(Sources.Roles, "person_id", "engagement_id", "from", "to")], Of);

    private static IEnumerable<Case> Of(AccountView view) =>
        ActiveEngagements.Word.Of(view).Where(c => c.Refused is not null || PeopleOn(view, c.Engagement) >= Team);

    private static int PeopleOn(AccountView view, Engagement? engagement) =>
        view.Assignments.Where(a => a.Engagement == engagement?.Id && a.Holds(view.Today)).Select(a => a.Person).Distinct().Count();
}
