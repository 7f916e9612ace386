using NodaTime;

namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>How large a firm, on which day; everything else follows in proportion.</summary>
internal sealed record Scale(LocalDate AsOf, int Accounts, int TimeRows, int Invoices, int Seed)
{
    public const int DefaultAccounts = 5_000;
    public const int DefaultTimeRows = 1_000_000;
    public const int DefaultInvoices = 100_000;
    public const int DefaultSeed = 7;

    // Forty weeks of five days: what is booked and what is billed reach back about nine months.
    private const int RowsPerPerson = 200;

    public int People => Math.Max(Firm.TeamSize, TimeRows / RowsPerPerson);

    // Meetings and payments are told as far back as findings reach.
    public LocalDate LookBack => AsOf.PlusMonths(-12).With(DateAdjusters.StartOfMonth);
}
