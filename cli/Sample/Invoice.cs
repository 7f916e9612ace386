using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>What a month's work on an engagement is worth, net, and how many months ago it ended.</summary>
internal sealed record Bill(Engagement Engagement, YearMonth Month, int MonthsAgo, decimal Net);

internal sealed record Invoice(Bill Bill, LocalDate RaisedOn, decimal Net)
{
    private const int TermsInDays = 30;

    public LocalDate DueOn { get; init; } = RaisedOn.PlusDays(TermsInDays);

    public string Status { get; init; } = "open";

    public decimal Outstanding { get; init; } = Gross(Bill, Net);

    public string Currency { get; init; } = Bill.Engagement.Account.Currency;

    public LocalDate? PaidOn { get; init; }

    public bool Disputed { get; init; }

    public decimal Total => Gross(Bill, Net);

    public Invoice Paid(LocalDate day) => this with { Status = "paid", Outstanding = 0, PaidOn = day };

    private static decimal Gross(Bill bill, decimal net) =>
        decimal.Round(net * Rates.Vat(bill.Engagement.Account.Currency), 2, MidpointRounding.AwayFromZero);
}
