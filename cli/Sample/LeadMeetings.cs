using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>A sales meeting and a delivery report-out a month with each customer, at which the lead should be.</summary>
internal static class LeadMeetings
{
    private const int Months = 6;

    private static readonly (string Kind, int DayOfMonth)[] Kinds = [("sales meeting", 7), ("delivery report-out", 22)];

    // Months ago in which somebody stood in for the lead.
    private static readonly Dictionary<string, int[]> StoodIn = new() { ["HARTWELL"] = [1, 2], ["STRATHYRE"] = [2] };

    public static IEnumerable<Activity> All(Firm firm) =>
        from account in firm.Accounts
        from monthsAgo in Enumerable.Range(0, Months).Reverse()
        from meeting in Kinds
        let day = firm.Days.OnOrBefore(firm.Days.MonthsAgo(monthsAgo).OnDayOfMonth(meeting.DayOfMonth))
        where day >= account.StartedOn && firm.Days.HasCome(day)
        let ours = StoodIn.GetValueOrDefault(account.Id, []).Contains(monthsAgo) ? firm.Member(account.Id, 1) : LeadOn(firm, account, day)
        select new Activity(meeting.Kind, account, null, null, day, Activity.Held, $"{ours.Id};{Contacts.Sponsor(account)}");

    private static Person LeadOn(Firm firm, Account account, LocalDate day) =>
        firm.Seats.FirstOrDefault(seat => seat.Account == account && seat is { Role: "account lead", System: "psa" } && seat.HeldOn(day))?.Person ?? firm.LeadOf(account);
}
