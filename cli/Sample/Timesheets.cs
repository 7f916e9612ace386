using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>Everybody's hours: each working day in full, shared among the accounts and engagements a person sits on.</summary>
internal static class Timesheets
{
    /// <summary>A person's part of a day on one engagement.</summary>
    private sealed record Desk(Person Person, Engagement Engagement, decimal Hours);

    public static IEnumerable<TimeEntry> All(Firm firm)
    {
        var owed = firm.Accounts.ToDictionary(account => account.Id, _ => 0m);
        foreach (var day in firm.Days.WorkingDays(firm.Days.HistoryStart, firm.Days.Today))
        {
            var dice = firm.Dice($"day {day}");
            foreach (var desk in Desks(firm, day).OrderBy(_ => dice.Between(0, 9999)).ToList())
            {
                yield return Entry(day, desk, owed);
            }
        }
    }

    // An account owes the firm a share of its hours unbilled; whoever's turn it is when a whole desk is owed does not bill that day.
    private static TimeEntry Entry(LocalDate day, Desk desk, Dictionary<string, decimal> owed)
    {
        var account = desk.Engagement.Account;
        owed[account.Id] += desk.Hours * (100 - account.Cast.BillablePercent) / 100;
        var bills = desk.Engagement.Terms != Terms.Investment && owed[account.Id] < desk.Hours;
        owed[account.Id] -= bills ? 0 : desk.Hours;
        return new(day, desk.Person, desk.Engagement, desk.Hours, bills);
    }

    private static IEnumerable<Desk> Desks(Firm firm, LocalDate day) =>
        from seat in firm.Seats
        where seat.HeldOn(day) && firm.AtWork(seat.Person, day)
        group seat by seat.Person into person
        let accounts = person.GroupBy(seat => seat.Account).ToList()
        from account in accounts
        let engagements = Engagements(firm, account, day)
        from engagement in engagements
        select new Desk(person.Key, engagement, person.Key.DailyHours / accounts.Count / engagements.Count);

    // Who leads the account and sits on none of its engagements books to the first that runs.
    private static List<Engagement> Engagements(Firm firm, IGrouping<Account, Seat> seats, LocalDate day)
    {
        var mine = seats.Select(seat => seat.Engagement).OfType<Engagement>().Distinct().ToList();
        return mine.Count > 0 ? mine : [.. firm.Engagements.Where(other => other.Account == seats.Key && other.RunsOn(day)).Take(1)];
    }
}
