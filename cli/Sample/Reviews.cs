using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>What each account does by the calendar: every week, month and quarter. One account in trouble has stopped all of it.</summary>
internal static class Reviews
{
    private const int WeeksBack = 58;
    private const int MonthsBack = 15;
    private const int WeeksStopped = 4;
    private const int MonthsStopped = 3;
    private const int DaysStopped = 120;
    private const int MonthsOfAQuarter = 3;
    private const int SkippedPercent = 4;

    private static readonly string[] Quarterly =
    [
        "iso review", "gdpr review", "security review", "satisfaction survey", "relationship review", "stakeholder map", "value add", "strategy canvas",
        "account plan", "competency matrix", "account retrospective", "social event",
    ];

    public static IEnumerable<Activity> All(Firm firm) => firm.Accounts.SelectMany(account => Weekly(firm, account).Concat(OfMonths(firm, account)))
        .Concat(firm.Engagements.SelectMany(engagement => OfQuality(firm, engagement)));

    private static IEnumerable<Activity> Weekly(Firm firm, Account account) =>
        from weeksAgo in Enumerable.Range(Stopped(account) ? WeeksStopped : 0, WeeksBack)
        let wednesday = Almanac.EndOfWeek(firm.Days.Today).PlusDays(-4 - 7 * weeksAgo)
        where !Skipped(firm, account, $"finance review {weeksAgo}")
        from held in Held(firm, account, null, "finance review", wednesday)
        select held;

    private static IEnumerable<Activity> OfMonths(Firm firm, Account account) =>
        from monthsAgo in Enumerable.Range(0, MonthsBack + 1)
        let month = firm.Days.MonthsAgo(monthsAgo)
        from kind in Kinds(account, month)
        let day = month.OnDayOfMonth(firm.Dice($"{kind} {account.Id} {month}").Between(7, 26))
        where !Stopped(account) || (monthsAgo > MonthsStopped && day < firm.Days.Today.PlusDays(-DaysStopped))
        where !Skipped(firm, account, $"{kind} {month}")
        from held in Held(firm, account, null, kind, day)
        select held;

    // What happens once a quarter happens in the middle of it.
    private static IEnumerable<string> Kinds(Account account, YearMonth month)
    {
        string[] monthly = account.Importance == "strategic" ? ["roadmap review", "account team meeting"] : ["roadmap review"];
        return month.Month % MonthsOfAQuarter == 2 ? monthly.Concat(Quarterly) : monthly;
    }

    private static IEnumerable<Activity> OfQuality(Firm firm, Engagement engagement) =>
        from monthsAgo in Enumerable.Range(0, MonthsBack + 1)
        let month = firm.Days.MonthsAgo(monthsAgo)
        where month.Month % MonthsOfAQuarter == 2 && !Stopped(engagement.Account)
        let day = month.OnDayOfMonth(firm.Dice($"quality {engagement.Id} {month}").Between(7, 26))
        where engagement.RunsOn(day)
        from held in Held(firm, engagement.Account, engagement, "quality review", day)
        select held;

    private static IEnumerable<Activity> Held(Firm firm, Account account, Engagement? engagement, string kind, LocalDate wanted)
    {
        var day = firm.Days.OnOrBefore(wanted);
        if (firm.Days.HasCome(day) && day >= account.StartedOn)
        {
            yield return new(kind, account, engagement, null, day, Activity.Held, Participants(firm, account, kind));
        }
    }

    // One account asks its customer to its retrospectives, which are its own.
    private static string Participants(Firm firm, Account account, string kind)
    {
        var team = string.Join(';', Enumerable.Range(1, account.Cast.Team).Select(number => firm.Member(account.Id, number).Id));
        return account.Id == "WEXCOMBE" && kind == "account retrospective" ? $"{team};{Contacts.Sponsor(account)}" : $"{firm.LeadOf(account).Id};{team}";
    }

    private static bool Stopped(Account account) => account.Id == "HARTWELL";

    private static bool Skipped(Firm firm, Account account, string what) =>
        account.Cast.Habits.HasFlag(Habits.SkipsMeetings) && firm.Dice($"skipped {account.Id} {what}").Percent(SkippedPercent);
}
