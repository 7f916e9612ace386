namespace Plumbline.Cli.Sample;

/// <summary>A talk a month between each person and the one who leads them, on a day on which the person is at work.</summary>
internal static class OneToOnes
{
    private const int FirstDay = 3;
    private const int LastDay = 24;
    private const int BookedPercent = 75;
    private const int SkippedPercent = 3;

    // Member of the account (0 is its lead), and the months ago in which the talk did not happen.
    private static readonly (string Account, int Member, int[] MonthsAgo)[] Missed =
    [
        ("KESTRELGATE", 3, [0, 1]),
        ("LARKFIELD", 0, [0, 1]),
        ("LARKFIELD", 4, [4]),
        ("MOURNE", 1, [0, 1]),
        ("WEXCOMBE", 2, [3]),
    ];

    public static IEnumerable<Activity> All(Firm firm)
    {
        var missed = Missed.SelectMany(told => told.MonthsAgo.Select(months => (Who(firm, told.Account, told.Member).Id, months))).ToHashSet();
        foreach (var account in firm.Accounts)
        {
            // Their lead had stopped talking to them before leaving.
            var since = account.Id == "HARTWELL" ? 2 : 0;
            foreach (var person in Enumerable.Range(1, account.Cast.Team).Select(number => firm.Member(account.Id, number)))
            {
                foreach (var monthsAgo in Almanac.MonthsOfMeetingsAgo.Where(months => months >= since && !missed.Contains((person.Id, months))))
                {
                    if (Talk(firm, person, account, monthsAgo) is { } talk)
                    {
                        yield return talk;
                    }
                }
            }
        }

        foreach (var talk in WithLeads(firm, missed))
        {
            yield return talk;
        }
    }

    // Who leads accounts belongs to several, so that their talks name none.
    private static IEnumerable<Activity> WithLeads(Firm firm, HashSet<(string, int)> missed) =>
        from lead in firm.People.Take(People.Leads)
        from monthsAgo in Almanac.MonthsOfMeetingsAgo
        where !missed.Contains((lead.Id, monthsAgo))
        let talk = Talk(firm, lead, null, monthsAgo)
        where talk is not null
        select talk;

    private static Activity? Talk(Firm firm, Person person, Account? account, int monthsAgo)
    {
        var month = firm.Days.MonthsAgo(monthsAgo);
        var dice = firm.Dice($"one-to-one {person.Id} {month}");
        var present = firm.Days.WorkingDays(month.OnDayOfMonth(FirstDay), month.OnDayOfMonth(LastDay)).Where(day => firm.AtWork(person, day)).ToList();
        if (present.Count == 0 || Skipped(account, dice, monthsAgo))
        {
            return null;
        }

        var day = dice.Pick(present);
        var participants = $"{person.Id};{person.PeopleLead}";
        return firm.Days.HasCome(day)
            ? new("one-to-one", account, null, person, day, Activity.Held, participants)
            : dice.Percent(BookedPercent) ? new("one-to-one", account, null, person, day, Activity.Scheduled, participants) : null;
    }

    private static bool Skipped(Account? account, Dice dice, int monthsAgo) =>
        dice.Percent(SkippedPercent) && monthsAgo > 1 && account is { Cast.Habits: var habits } && habits.HasFlag(Habits.SkipsMeetings);

    private static Person Who(Firm firm, string account, int member) =>
        member == 0 ? firm.LeadOf(firm.Account(account)) : firm.Member(account, member);
}
