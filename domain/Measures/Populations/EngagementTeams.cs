using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>The teams of active engagements (IW).</summary>
public static class EngagementTeams
{
    private const int Team = 2;

    public static Population Word { get; } = new("engagement team", Sources.Engagements,
        [.. ActiveEngagements.Word.Needs, RoleNeeds.Rows()], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each active engagement with two or more people assigned on the day judged.",
        "People are counted by their stays: on the day of a changeover the one who leaves still counts.")
    {
        With = ["active", "stays"],
        Example = """
            - id: team-looks-back
              title: Each team holds a retrospective or a squad health check every 2 weeks
              for each: engagement team
              cadence: { activity: { any of: [retrospective, squad health check] }, every: 14 days, grace: 2 working days }
              warn: 3 working days
            """,
    };

    private static IEnumerable<Case> Of(AccountView view) =>
        ActiveEngagements.Word.Of(view).Where(c => c.Refused is not null || PeopleOn(view, c.Engagement) >= Team);

    private static int PeopleOn(AccountView view, Engagement? engagement) =>
        view.Assignments.Where(a => a.Engagement == engagement?.Id).GroupBy(a => a.Person)
            .Count(person => PeopleOnAccount.Stretches(person, view.Calendar).Any(stay => !(stay.From > view.Today) && !(stay.To < view.Today)));
}
