namespace Plumbline.Cli.Sample;

/// <summary>The ledger's export: what was raised, and what the customers did with it.</summary>
internal static class Invoices
{
    public const string Header =
        "invoice_number,account_id,engagement_id,period,raised_on,due_on,total,net,outstanding,currency,status,paid_on,disputed";

    private const int DueDaysAgoOnLongTerms = 26;
    private const int UsuallyLatePercent = 5;

    /// <summary>How one invoice was settled, or was not.</summary>
    private enum Settlement
    {
        Usual,
        Unpaid,
        PartPaid,
        Disputed,
        VeryLate,
        LongTerms,
    }

    private static readonly Dictionary<(string Engagement, int MonthsAgo), Settlement> Settlements = new()
    {
        [("HARTWELL-01", 4)] = Settlement.PartPaid,
        [("HARTWELL-01", 5)] = Settlement.Unpaid,
        [("HARTWELL-02", 2)] = Settlement.Unpaid,
        [("HARTWELL-02", 3)] = Settlement.Unpaid,
        [("KESTRELGATE-01", 4)] = Settlement.Unpaid,
        [("ORRIN-01", 4)] = Settlement.Disputed,
        [("TAMARSIDE-01", 5)] = Settlement.VeryLate,
        [("WEXCOMBE-02", 3)] = Settlement.LongTerms,
    };

    public static IEnumerable<object?[]> Rows(Firm firm) =>
        EarlierInvoices.Rows(firm).Concat(Billing.Raised(firm)
            .OrderBy(invoice => invoice.RaisedOn).ThenBy(invoice => invoice.Bill.Engagement.Id, StringComparer.Ordinal)
            .Select((invoice, index) => Row(Settled(firm, invoice), index + 1)));

    private static object?[] Row(Invoice invoice, int number) =>
    [
        invoice.Net < 0 ? $"CN-{number:0000}" : $"INV-{number:0000}",
        invoice.Bill.Engagement.Account.Id, invoice.Bill.Engagement.Id, invoice.Bill.Month, invoice.RaisedOn, invoice.DueOn,
        invoice.Total, invoice.Net, invoice.Outstanding, invoice.Currency, invoice.Status, invoice.PaidOn, invoice.Disputed,
    ];

    private static Invoice Settled(Firm firm, Invoice invoice) => invoice.Status != "open"
        ? invoice
        : Settlements.GetValueOrDefault((invoice.Bill.Engagement.Id, invoice.Bill.MonthsAgo)) switch
        {
            Settlement.Unpaid => invoice,
            Settlement.PartPaid => invoice with { Outstanding = decimal.Round(invoice.Total * 0.4m, 2) },
            Settlement.Disputed => invoice with { Disputed = true },
            Settlement.VeryLate => PaidIfCome(firm.Days, invoice, 38),
            Settlement.LongTerms => invoice with { DueOn = firm.Days.Today.PlusDays(-DueDaysAgoOnLongTerms) },
            _ => PaidIfCome(firm.Days, invoice, UsualDelay(firm, invoice)),
        };

    private static Invoice PaidIfCome(Almanac days, Invoice invoice, int delay) =>
        days.IfCome(days.OnOrAfter(invoice.DueOn.PlusDays(delay))) is { } paid ? invoice.Paid(paid) : invoice;

    private static int UsualDelay(Firm firm, Invoice invoice)
    {
        var dice = firm.Dice($"payment {invoice.Bill.Engagement.Id} {invoice.Bill.Month} {invoice.Net}");
        return invoice.Bill.Engagement.Account.Cast.Habits switch
        {
            var habits when habits.HasFlag(Habits.PaysLate) => dice.Between(6, 24),
            var habits when habits.HasFlag(Habits.Exemplary) => -dice.Between(1, 12),
            _ => dice.Percent(UsuallyLatePercent) ? dice.Between(1, 3) : -dice.Between(3, 10),
        };
    }
}
