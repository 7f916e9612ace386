using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>What is owed once: the data mapping of each engagement and a milestone every quarter of it, the registers, and what people who come and go need.</summary>
internal static class Items
{
    public const string Header = "kind,item_id,account_id,engagement_id,person_id,anchor_on,due_on,done_on,amount,currency";

    private const int DaysForMapping = 30;
    private const int DaysBetweenMilestones = 91;

    // Days from the start of work to the closed mapping; null where it is not closed.
    private static readonly Dictionary<string, int?> Mappings = new()
    {
        ["HARTWELL-02"] = null,
        ["INVERLOCH-02"] = null,
        ["LARKFIELD-02"] = null,
        ["ORRIN-02"] = null,
        ["STRATHYRE-02"] = 41,
        ["TAMARSIDE-01"] = 36,
    };

    public static IEnumerable<object?[]> Rows(Firm firm) => firm.Engagements.SelectMany(engagement => OfEngagement(firm, engagement)).Concat(Registers.Rows(firm)).Concat(Starters.Rows(firm));

    private static IEnumerable<object?[]> OfEngagement(Firm firm, Engagement engagement)
    {
        var dice = firm.Dice($"items {engagement.Id}");
        // Nothing is opened before the work is.
        if (firm.Days.HasCome(engagement.StartedOn))
        {
            yield return Mapping(firm.Days, engagement, dice);
        }

        var number = 0;
        for (var due = engagement.StartedOn.PlusDays(DaysBetweenMilestones); due < engagement.EndedOn; due = due.PlusDays(DaysBetweenMilestones))
        {
            yield return Milestone(firm.Days, engagement, ++number, due, due.PlusDays(-dice.Between(-4, 12)));
        }
    }

    private static object?[] Mapping(Almanac days, Engagement engagement, Dice dice)
    {
        var (start, usual) = (engagement.StartedOn, dice.Between(8, 26));
        var took = Mappings.TryGetValue(engagement.Id, out var told) ? told : usual;
        LocalDate? done = took is { } count ? days.IfCome(days.OnOrAfter(start.PlusDays(count))) : null;
        return
        [
            "data mapping", $"DM-{engagement.Id}", engagement.Account.Id, engagement.Id, engagement.Team[0].Id,
            start, start.PlusDays(DaysForMapping), done, null, null,
        ];
    }

    // The account in trouble has missed its last one.
    private static bool IsMissed(Almanac days, Engagement engagement, LocalDate due) =>
        engagement.Id == "HARTWELL-01" && due > days.Today.PlusDays(-DaysBetweenMilestones);

    private static object?[] Milestone(Almanac days, Engagement engagement, int number, LocalDate due, LocalDate done) =>
    [
        "milestone", $"MS-{engagement.Id}-{number}", engagement.Account.Id, engagement.Id, engagement.Team[0].Id,
        engagement.StartedOn, due, IsMissed(days, engagement, due) ? null : days.IfCome(done), null, null,
    ];
}
