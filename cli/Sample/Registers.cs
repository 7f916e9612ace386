using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>The registers of each account: risks and what is done about them, escalations, what the customer is owed, roles to be filled.</summary>
internal static class Registers
{
    private const int MonthsOfReports = 6;
    private const int ReportDay = 15;
    private const int RiskRaised = -40;

    // Late, or never done.
    private const string Troubled = "HARTWELL";
    private const string LateWithReports = "MOURNE";

    // Nobody said by when the action is to be done.
    private const string Undated = "STRATHYRE";

    public static IEnumerable<object?[]> Rows(Firm firm) => firm.Accounts.SelectMany(account => Risks(firm, account).Concat(Reports(firm, account)).Concat(OpenRoles(firm, account)));

    private static IEnumerable<object?[]> Risks(Firm firm, Account account)
    {
        var (days, dice) = (firm.Days, firm.Dice($"risks {account.Id}"));
        var trouble = account.Id == Troubled;
        var owner = trouble ? null : firm.Member(account.Id, 1);
        var raised = days.Near(RiskRaised);
        yield return Row("risk", $"RK-{account.Id}-1", account, owner, raised, null, null);
        yield return Row("risk", $"RK-{account.Id}-2", account, firm.Member(account.Id, 2), days.Near(-dice.Between(60, 90)), null, days.Near(-dice.Between(20, 30)));
        yield return Row("issue", $"IS-{account.Id}-1", account, firm.Member(account.Id, 2), days.Near(-dice.Between(5, 12)), null, null);
        var due = days.Near(-dice.Between(6, 15));
        yield return Row("action", $"AC-{account.Id}-1", account, owner, raised, account.Id == Undated ? null : due, trouble || account.Id == Undated ? null : days.OnOrBefore(due.PlusDays(-dice.Between(0, 6))));
        var asked = days.Near(trouble ? -5 : -dice.Between(20, 70));
        yield return Row("escalation", $"ES-{account.Id}-1", account, firm.LeadOf(account), asked, null, trouble ? null : days.WorkingDaysAfter(asked, account.Id == "STRATHYRE" ? 3 : 1));
    }

    private static IEnumerable<object?[]> Reports(Firm firm, Account account) =>
        from monthsAgo in Enumerable.Range(0, MonthsOfReports + 1)
        let month = firm.Days.MonthsAgo(monthsAgo)
        let due = month.OnDayOfMonth(ReportDay)
        let late = account.Id == LateWithReports && monthsAgo % 3 == 2
        let done = due.PlusDays(late ? 9 : -firm.Dice($"report {account.Id} {month}").Between(0, 4))
        select Row("obligation", $"OB-{account.Id}-{month.Year}{month.Month:00}", account, firm.Member(account.Id, 1), null, due, account.Id == Troubled && monthsAgo == 1 ? null : firm.Days.IfCome(firm.Days.OnOrBefore(done)));

    private static IEnumerable<object?[]> OpenRoles(Firm firm, Account account)
    {
        var needed = firm.Days.Near(account.Importance == "strategic" ? 8 : 45);
        var filled = account.Id is Troubled or "LARKFIELD" ? (LocalDate?)null : firm.Days.Near(-20);
        if (account.Importance != "standard")
        {
            yield return Row("open role", $"OR-{account.Id}-1", account, null, null, needed, account.Importance == "strategic" ? filled : null);
        }
    }

    private static object?[] Row(string kind, string id, Account account, Person? person, LocalDate? anchor, LocalDate? due, LocalDate? done) =>
        [kind, id, account.Id, null, person?.Id, anchor, due, done, null, null];
}
