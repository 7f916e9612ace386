using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>The time tool's export: a row a person, day and engagement, submitted and approved by the week.</summary>
internal static class TimeRows
{
    public const string Header = "entry_date,person_id,engagement_id,hours,billable,category,value,currency,submitted_on,approved_on";

    private const int HartwellStoppedApproving = -20;
    private const int ForgottenAtKestrelgate = -21;

    // What holds up the rest of that month's invoice.
    private const int MonthsSinceForgottenAtKestrelgate = 4;
    private const int MiddleOfMonth = 15;

    private static readonly string[] Billed = ["Analysis", "Design", "Build and test", "Build and test", "Workshops, on site", "Release"];
    private static readonly string[] Unbilled = ["Training", "Personal development", "Account planning", "Internal meetings", "Proposal support"];

    public static IEnumerable<object?[]> Rows(Firm firm)
    {
        HashSet<(string, LocalDate)> forgotten =
        [
            (firm.Member("KESTRELGATE", 2).Id, Almanac.EndOfWeek(firm.Days.Today.PlusDays(ForgottenAtKestrelgate))),
            (firm.Member("KESTRELGATE", 4).Id, Almanac.EndOfWeek(firm.Days.MonthsAgo(MonthsSinceForgottenAtKestrelgate).OnDayOfMonth(MiddleOfMonth))),
        ];
        var dice = firm.Dice("categories");
        foreach (var entry in firm.Entries)
        {
            var (submitted, approved) = Approval(firm, entry, forgotten);
            yield return
            [
                entry.Day, entry.Person.Id, entry.Engagement.Id, entry.Hours, entry.Billable, dice.Pick(entry.Billable ? Billed : Unbilled),
                entry.Value, entry.Value is null ? null : entry.Engagement.Account.Currency, submitted, approved,
            ];
        }
    }

    // The dice belong to the sheet, so that all its rows are approved on the same day.
    private static (LocalDate? Submitted, LocalDate? Approved) Approval(Firm firm, TimeEntry entry, HashSet<(string Person, LocalDate Week)> forgotten)
    {
        var (days, week) = (firm.Days, Almanac.EndOfWeek(entry.Day));
        var dice = firm.Dice($"sheet {entry.Person.Id} {entry.Engagement.Id} {week}");
        var lag = Lag(dice, entry.Engagement.Account.Cast.Habits);
        var submitted = days.IfCome(days.OnOrBefore(week));
        return Unapproved(days, entry, week) || forgotten.Contains((entry.Person.Id, week))
            ? (submitted, null)
            : (submitted, days.IfCome(days.WorkingDaysAfter(week, lag)));
    }

    private static bool Unapproved(Almanac days, TimeEntry entry, LocalDate week) =>
        entry.Engagement.Account.Id == "HARTWELL" && week >= days.Today.PlusDays(HartwellStoppedApproving);

    // Working days are counted by one calendar; the first is in time by every region's.
    private static int Lag(Dice dice, Habits habits) => habits switch
    {
        _ when habits.HasFlag(Habits.Exemplary) => 1,
        _ when dice.Percent(habits.HasFlag(Habits.ApprovesTimeLate) ? 12 : 2) => dice.Between(4, 8),
        _ => dice.Between(1, 2),
    };
}
