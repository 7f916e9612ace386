using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>A review a month with each customer, in the second or third week.</summary>
internal static class ServiceReviews
{
    public const int WithoutCustomerAtMourne = 1;
    private const int NeverConfirmedAtLarkfield = 1;

    // Months ago in which nobody reviewed anything. A review in a later month would make up for an earlier one.
    private static readonly Dictionary<string, int[]> Missed = new()
    {
        ["HARTWELL"] = [0, 1, 2],
        ["MOURNE"] = [0],
        ["ORRIN"] = [0],
        ["PENROSE"] = [4],
        ["STRATHYRE"] = [0],
        ["WEXCOMBE"] = [0],
    };

    public static IEnumerable<Activity> All(Firm firm) =>
        from account in firm.Accounts
        from monthsAgo in Almanac.MonthsOfMeetingsAgo
        where !Missed.GetValueOrDefault(account.Id, []).Contains(monthsAgo)
        let day = Day(firm, account, monthsAgo)
        where day >= account.StartedOn
        select new Activity("service review", account, null, null, day, Evidence(firm.Days, account, monthsAgo, day), Participants(firm, account, monthsAgo));

    // One customer is always seen late in the month.
    private static LocalDate Day(Firm firm, Account account, int monthsAgo)
    {
        var month = firm.Days.MonthsAgo(monthsAgo);
        var dice = firm.Dice($"review {account.Id} {month}");
        return firm.Days.OnOrBefore(month.OnDayOfMonth(account.Id == "LARKFIELD" ? 27 : dice.Between(9, 20)));
    }

    private static string Evidence(Almanac days, Account account, int monthsAgo, LocalDate day) =>
        account.Id == "LARKFIELD" && monthsAgo == NeverConfirmedAtLarkfield || !days.HasCome(day) ? Activity.Scheduled : Activity.Held;

    private static string Participants(Firm firm, Account account, int monthsAgo) => account.Id switch
    {
        "MOURNE" when monthsAgo == WithoutCustomerAtMourne => $"{firm.LeadOf(account).Id};{firm.Member(account.Id, 1).Id}",
        "WEXCOMBE" when monthsAgo == OddMeetings.OrganisedElsewhereAtWexcombe => $"{OddMeetings.Unread(firm).Id};{firm.LeadOf(account).Id};{Contacts.Sponsor(account)}",
        "BALLYNOE" or "ORRIN" => $"{firm.LeadOf(account).Id};customer",
        _ => $"{firm.LeadOf(account).Id};{firm.Member(account.Id, 1).Id};{Contacts.Sponsor(account)};{Contacts.ProductOwner(account)}",
    };
}
