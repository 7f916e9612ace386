using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>A look back every two weeks by each team, now and then a health check instead.</summary>
internal static class Retrospectives
{
    private const int Every = 14;
    private const int HealthCheckEvery = 4;

    // Days since the last one: two teams are about to be late, two gave up.
    private static readonly Dictionary<string, int> Since = new()
    {
        ["BALLYNOE-01"] = 14,
        ["HARTWELL-01"] = 40,
        ["STRATHYRE-01"] = 14,
        ["TAMARSIDE-01"] = 27,
    };

    public static IEnumerable<Activity> All(Firm firm) => firm.Engagements.SelectMany(engagement => OfTeam(firm, engagement));

    // Counted back from the last, so that the last is as long ago as told.
    private static IEnumerable<Activity> OfTeam(Firm firm, Engagement engagement)
    {
        var usual = firm.Dice($"retro {engagement.Id}").Between(1, 8);
        var last = LocalDate.Min(engagement.EndedOn, firm.Days.Today.PlusDays(-Since.GetValueOrDefault(engagement.Id, usual)));
        var first = LocalDate.Max(firm.Days.HistoryStart, engagement.StartedOn.PlusDays(Every - 1));
        var number = 0;
        for (var day = last; day >= first; day = day.PlusDays(-Every))
        {
            var kind = ++number % HealthCheckEvery == 0 ? "squad health check" : "retrospective";
            var team = string.Join(';', engagement.Team.Select(person => person.Id));
            yield return new(kind, engagement.Account, engagement, null, firm.Days.OnOrBefore(day), Activity.Held, team);
        }
    }
}
