using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>From the billable value of each month to the invoices raised for it, most within two working days.</summary>
internal static class Billing
{
    /// <summary>What befell one bill.</summary>
    private enum Twist
    {
        None,
        Late,
        Missing,
        Short,
        Draft,
        Split,
        Credited,
        Replaced,
        Withdrawn,
        InEuros,
    }

    private static readonly Dictionary<(string Engagement, int MonthsAgo), Twist> Twists = new()
    {
        // All that was invoiced in three months was credited: the account has no revenue left, and its costs go on.
        [("BALLYNOE-01", 2)] = Twist.Withdrawn,
        [("BALLYNOE-01", 3)] = Twist.Withdrawn,
        [("BALLYNOE-01", 4)] = Twist.Withdrawn,
        [("HARTWELL-01", 1)] = Twist.Draft,
        [("HARTWELL-01", 3)] = Twist.Late,
        // A timesheet of that month is not approved, so that its hours are not invoiced, and the customer waits for the whole.
        [("KESTRELGATE-01", 4)] = Twist.Short,
        [("LARKFIELD-01", 2)] = Twist.Late,
        [("LARKFIELD-01", 5)] = Twist.Late,
        [("MOURNE-01", 2)] = Twist.Missing,
        [("ORRIN-01", 5)] = Twist.InEuros,
        [("PENROSE-01", 3)] = Twist.Credited,
        [("STRATHYRE-01", 4)] = Twist.Split,
        [("WEXCOMBE-01", 4)] = Twist.Replaced,
    };

    public static IEnumerable<Invoice> Raised(Firm firm) =>
        Bills(firm).SelectMany(bill => For(firm, bill)).Where(invoice => firm.Days.HasCome(invoice.RaisedOn));

    private static IEnumerable<Bill> Bills(Firm firm) =>
        from entry in firm.Entries
        where entry.Billable
        group entry by (entry.Engagement, Month: entry.Day.ToYearMonth()) into work
        let monthsAgo = MonthsBetween(work.Key.Month, firm.Days.MonthsAgo(0))
        where monthsAgo > 0
        select new Bill(work.Key.Engagement, work.Key.Month, monthsAgo, work.Sum(entry => entry.Value) is > 0 and { } value ? value : Fee(firm, work.Key.Engagement));

    private static IEnumerable<Invoice> For(Firm firm, Bill bill)
    {
        var (days, end) = (firm.Days, Almanac.EndOfMonth(bill.Month));
        var dice = firm.Dice($"bill {bill.Engagement.Id} {bill.Month}");
        var (raised, net) = (days.WorkingDaysAfter(end, dice.Between(1, 2)), bill.Net);
        return Twists.GetValueOrDefault((bill.Engagement.Id, bill.MonthsAgo)) switch
        {
            Twist.Late => [new(bill, days.WorkingDaysAfter(end, dice.Between(6, 8)), net)],
            Twist.Missing => [],
            Twist.Short => [new(bill, raised, Part(net, 94))],
            Twist.Draft => [new(bill, raised, net) { Status = "draft" }],
            Twist.Split => [new(bill, raised, Part(net, 60)), new(bill, days.WorkingDaysAfter(end, 3), net - Part(net, 60))],
            Twist.Credited => [new(bill, raised, net + Part(net, 4)), Credit(bill, days.WorkingDaysAfter(end, 14), Part(net, 4))],
            Twist.Replaced => [new(bill, days.WorkingDaysAfter(end, 1), Part(net, 112)) { Status = "void", Outstanding = 0 }, new(bill, days.WorkingDaysAfter(end, 3), net)],
            Twist.Withdrawn => [new Invoice(bill, raised, net).Paid(days.WorkingDaysAfter(end, 12)), Credit(bill, days.WorkingDaysAfter(end, 12), net)],
            Twist.InEuros => [new(bill, raised, Part(net, 116)) { Currency = "EUR" }],
            _ => [new(bill, raised, net)],
        };
    }

    // A credit note is set against its invoice the day it is raised.
    private static Invoice Credit(Bill bill, LocalDate raised, decimal net) =>
        new Invoice(bill, raised, -net) { DueOn = raised }.Paid(raised);

    private static decimal Part(decimal net, int percent) => decimal.Round(net * percent / 100, 2, MidpointRounding.AwayFromZero);

    private static decimal Fee(Firm firm, Engagement engagement) =>
        engagement.Team.Count * firm.Dice($"fee {engagement.Id}").Between(90, 120) * 100m;

    private static int MonthsBetween(YearMonth from, YearMonth to) => (to.Year - from.Year) * 12 + to.Month - from.Month;
}
