using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>Figures that others measured: surveys by the quarter, what each account cost by the month.</summary>
internal static class Readings
{
    public const string Header = "figure,account_id,engagement_id,person_id,value,as_of";

    private const int DaysBetweenSurveys = 91;
    private const int MonthsOfCost = 3;

    // The last score and the one before, of ten.
    private static readonly Dictionary<string, (decimal Now, decimal Before)> Satisfied = new()
    {
        ["HARTWELL"] = (5.5m, 7m),
        ["STRATHYRE"] = (8m, 10m),
        ["WEXCOMBE"] = (7.5m, 7.5m),
    };

    // How engaged the team is, and how many of a hundred answered.
    private static readonly Dictionary<string, (decimal Score, int Answered)> Engaged = new()
    {
        ["HARTWELL"] = (5.8m, 71),
        ["LARKFIELD"] = (7.6m, 48),
    };

    // Points of margin above the target, or below it.
    private static readonly Dictionary<string, int> Margins = new() { ["HARTWELL"] = -9, ["TAMARSIDE"] = -3 };

    private static readonly Dictionary<string, int> Capabilities = new() { ["LARKFIELD"] = 1 };

    // Nobody has worked out what this account costs.
    private const string Uncosted = "ORRIN";

    public static IEnumerable<object?[]> Rows(Firm firm) => firm.Accounts.SelectMany(account => OfAccount(firm, account));

    private static IEnumerable<object?[]> OfAccount(Firm firm, Account account)
    {
        var dice = firm.Dice($"surveys {account.Id}");
        var surveyed = firm.Days.Near(-dice.Between(6, 30));
        var (now, before) = Satisfied.GetValueOrDefault(account.Id, (8 + dice.Between(0, 3) / 2m, 8 + dice.Between(0, 3) / 2m));
        var (score, answered) = Engaged.GetValueOrDefault(account.Id, (7 + dice.Between(0, 20) / 10m, dice.Between(62, 96)));
        yield return Row("satisfaction", account, before, firm.Days.OnOrBefore(surveyed.PlusDays(-DaysBetweenSurveys)));
        yield return Row("satisfaction", account, now, surveyed);
        yield return Row("engagement score", account, score, surveyed);
        yield return Row("share who answered", account, answered, surveyed);
        if (account.Importance == "strategic")
        {
            yield return Row("capabilities engaged", account, Capabilities.GetValueOrDefault(account.Id, dice.Between(2, 4)), surveyed);
        }

        foreach (var row in account.Id == Uncosted ? [] : Costs(firm, account, dice))
        {
            yield return row;
        }
    }

    private static IEnumerable<object?[]> Costs(Firm firm, Account account, Dice dice)
    {
        var (since, end) = (firm.Days.MonthsAgo(MonthsOfCost), firm.Days.MonthsAgo(0));
        var revenue = Billing.Raised(firm).Where(invoice => invoice.Bill.Engagement.Account == account && invoice is { Net: > 0, Status: "open" or "paid" } && invoice.RaisedOn.ToYearMonth() >= since && invoice.RaisedOn.ToYearMonth() < end).Sum(invoice => invoice.Net);
        var margin = Accounts.Targets(firm, account).Margin + Margins.GetValueOrDefault(account.Id, dice.Between(1, 6));
        var month = decimal.Round(revenue * (100 - margin) / 100 / MonthsOfCost, 2, MidpointRounding.AwayFromZero);
        return Enumerable.Range(1, MonthsOfCost).Select(ago => Row("cost", account, month, Almanac.EndOfMonth(firm.Days.MonthsAgo(ago))));
    }

    private static object?[] Row(string figure, Account account, decimal value, LocalDate asOf) => [figure, account.Id, null, null, value, asOf];
}
