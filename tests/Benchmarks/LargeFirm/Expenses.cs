using NodaTime;

namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>A claim for every forty rows of time, most approved within the working days allowed.</summary>
internal static class Expenses
{
    private const int TimeRowsPerClaim = 40;
    private const int DaysTold = 270;

    public static void Write(string folder, Firm firm)
    {
        using var rows = new RowWriter(folder, "expenses.csv", "expense_id,person_id,engagement_id,spent_on,amount,currency,submitted_on,approved_on");
        for (var claim = 0; claim < firm.Scale.TimeRows / TimeRowsPerClaim; claim++)
        {
            var engagement = firm.Engagements[claim % firm.Engagements.Count];
            var submitted = firm.Scale.AsOf.PlusDays(-firm.Chance.Below(DaysTold, About.Claim, claim));
            rows.Add($"EXP-{claim:000000}").Add(firm.PersonIds[firm.Member(engagement.Account, claim % Firm.TeamSize)]).Add(engagement.Id)
                .Add(submitted.PlusDays(-3)).AddHundredths(500 + firm.Chance.Below(30_000, About.Claim, claim, 1)).Add(Firm.Currency(engagement.Account))
                .Add(submitted).Add(Approved(firm, claim, submitted.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday)))).End();
        }
    }

    private static LocalDate? Approved(Firm firm, int claim, LocalDate sunday) => firm.Chance.Below(100, About.Claim, claim, 2) switch
    {
        0 => null,
        < 6 => firm.IfCome(Firm.WorkingDaysAfter(sunday, 6)),
        _ => firm.IfCome(Firm.WorkingDaysAfter(sunday, 1)),
    };
}
