using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>What the ledger holds from before the hours begin: an invoice a month and account, each paid in time, so that growth can be told.</summary>
internal static class EarlierInvoices
{
    // A month is invoiced in the next, and the one that runs is left out of both years.
    private const int MonthsOfLastYear = 13;
    private const int MonthsBack = 25;
    private const int TermsInDays = 30;

    // Points of growth above the target, or below it.
    private static readonly Dictionary<string, int> Growths = new() { ["HARTWELL"] = -16, ["LARKFIELD"] = -5 };

    public static IEnumerable<object?[]> Rows(Firm firm)
    {
        var raised = Billing.Raised(firm).Where(invoice => invoice.RaisedOn.ToYearMonth() < firm.Days.MonthsAgo(0) && invoice.Status != "void" && invoice.Status != "draft").ToLookup(invoice => invoice.Bill.Engagement.Account);
        return firm.Accounts.SelectMany(account => OfAccount(firm, account, raised[account].Sum(invoice => invoice.Net)));
    }

    private static IEnumerable<object?[]> OfAccount(Firm firm, Account account, decimal recent)
    {
        var dice = firm.Dice($"growth {account.Id}");
        var growth = Accounts.Targets(firm, account).Growth + Growths.GetValueOrDefault(account.Id, dice.Between(2, 9));
        var month = recent / (Almanac.MonthsOfHistory - 1);
        return from ago in Enumerable.Range(Almanac.MonthsOfHistory + 1, MonthsBack - Almanac.MonthsOfHistory).Reverse()
               let period = firm.Days.MonthsAgo(ago)
               where period.OnDayOfMonth(1) >= account.StartedOn
               select Row(firm, account, period, ago <= MonthsOfLastYear ? month : month * 100 / (100 + growth));
    }

    private static object?[] Row(Firm firm, Account account, YearMonth period, decimal amount)
    {
        var raised = firm.Days.WorkingDaysAfter(Almanac.EndOfMonth(period), 1);
        var net = decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
        var total = decimal.Round(net * Rates.Vat(account.Currency), 2, MidpointRounding.AwayFromZero);
        return [$"OLD-{account.Id}-{period:yyyy-MM}", account.Id, null, period, raised, raised.PlusDays(TermsInDays), total, net, 0m, account.Currency, "paid", firm.Days.OnOrBefore(raised.PlusDays(TermsInDays - 3)), false];
    }
}
