using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>Claims for what was spent on a working day, approved by the week; some late, a few forgotten.</summary>
internal static class Expenses
{
    public const string Header = "expense_id,person_id,engagement_id,spent_on,amount,currency,submitted_on,approved_on";

    private const int ClaimsPerHundredMonths = 45;
    private const int HartwellStoppedApproving = -24;

    private sealed record Claim(TimeEntry Day, decimal Amount, LocalDate SubmittedOn, LocalDate? ApprovedOn);

    public static IEnumerable<object?[]> Rows(Firm firm)
    {
        var months = firm.Entries.GroupBy(entry => (entry.Person.Id, entry.Day.ToYearMonth()));
        var claims = months.Select(month => InMonth(firm, [.. month])).OfType<Claim>();
        return claims.OrderBy(claim => claim.SubmittedOn).Select((claim, index) => new object?[]
        {
            $"EXP-{index + 1:0000}", claim.Day.Person.Id, claim.Day.Engagement.Id, claim.Day.Day, claim.Amount,
            claim.Day.Engagement.Account.Currency, claim.SubmittedOn, claim.ApprovedOn,
        });
    }

    private static Claim? InMonth(Firm firm, List<TimeEntry> month)
    {
        var dice = firm.Dice($"claim {month[0].Person.Id} {month[0].Day.ToYearMonth()}");
        var day = dice.Pick(month);
        var submitted = firm.Days.WorkingDaysAfter(day.Day, dice.Between(1, 5));
        return dice.Percent(ClaimsPerHundredMonths) && firm.Days.HasCome(submitted)
            ? new(day, dice.Between(840, 38_000) / 100m, submitted, Approved(firm.Days, dice, day.Engagement.Account, submitted))
            : null;
    }

    private static LocalDate? Approved(Almanac days, Dice dice, Account account, LocalDate submitted)
    {
        var (late, never) = Chances(account.Cast.Habits);
        var stopped = account.Id == "HARTWELL" && submitted >= days.Today.PlusDays(HartwellStoppedApproving);
        var lag = dice.Percent(late) ? dice.Between(4, 9) : dice.Between(1, late > 0 ? 2 : 1);
        return dice.Percent(never) || stopped ? null : days.IfCome(days.WorkingDaysAfter(Almanac.EndOfWeek(submitted), lag));
    }

    private static (int Late, int Never) Chances(Habits habits) => habits switch
    {
        _ when habits.HasFlag(Habits.Exemplary) => (0, 0),
        _ when habits.HasFlag(Habits.ApprovesExpensesLate) => (25, 6),
        _ => (4, 1),
    };
}
