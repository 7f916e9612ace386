using NodaTime;

namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>The data mapping of each engagement that has begun, and a milestone; the registers of each account, and what its people needed before they began.</summary>
internal static class Items
{
    private const int MonthsOwed = 6;

    private static readonly string[] Steps = ["checks", "clearance", "equipment", "roll-off plan"];

    public static void Write(string folder, Firm firm)
    {
        using var rows = new RowWriter(folder, "items.csv", "kind,item_id,account_id,engagement_id,person_id,anchor_on,due_on,done_on,amount,currency");
        foreach (var engagement in firm.Engagements.Where(engagement => engagement.StartedOn <= firm.Scale.AsOf))
        {
            var luck = firm.Chance.Below(100, About.Item, engagement.Number);
            var took = luck < 6 ? 40 : 5 + luck % 22;
            Row(rows, firm, engagement, "data mapping", 30, luck > 97 ? 3_000 : took);
            Row(rows, firm, engagement, "milestone", 90, 80 + luck % 14);
        }

        for (var account = 0; account < firm.Scale.Accounts; account++)
        {
            OfAccount(rows, firm, account);
            for (var place = 0; place < Firm.TeamSize; place++)
            {
                OfPerson(rows, firm, account, place);
            }
        }
    }

    private static void OfAccount(RowWriter rows, Firm firm, int account)
    {
        var (luck, day) = (firm.Chance.Below(100, About.Item, account, 1), firm.Scale.AsOf.PlusDays(-40 - account % 30));
        for (var month = 0; month < MonthsOwed; month++)
        {
            Row(rows, firm, account, "obligation", month, day.PlusMonths(-month), day.PlusMonths(-month).PlusDays(10), luck > 97 ? null : day.PlusMonths(-month).PlusDays(9));
        }

        Row(rows, firm, account, "risk", 0, day, null, null);
        Row(rows, firm, account, "issue", 0, day, null, null);
        Row(rows, firm, account, "action", 0, day, day.PlusDays(20), luck > 96 ? null : day.PlusDays(19));
        Row(rows, firm, account, "escalation", 0, day, null, luck > 96 ? null : day);
        Row(rows, firm, account, "open role", 0, day, day.PlusDays(30), luck > 96 ? null : day.PlusDays(10));
    }

    // Ready long before the first of the account's work.
    private static void OfPerson(RowWriter rows, Firm firm, int account, int place)
    {
        foreach (var step in Steps.Where(_ => firm.Chance.Below(50, About.Item, account, 2 + place) > 0))
        {
            Row(rows, firm, account, step, place, firm.Scale.AsOf.PlusDays(-950), null, firm.Scale.AsOf.PlusDays(-940), place);
        }
    }

    private static void Row(RowWriter rows, Firm firm, int account, string kind, int number, LocalDate raised, LocalDate? due, LocalDate? done, int place = 0) =>
        rows.Add(kind).Add($"{kind}-{account}-{number}").Add(Firm.AccountId(account)).Blank().Add(firm.PersonIds[firm.Member(account, place)])
            .Add(raised).Add(due).Add(done).Blank().Blank().End();

    private static void Row(RowWriter rows, Firm firm, Engagement engagement, string kind, int due, int took) =>
        rows.Add(kind).Add($"{engagement.Name}-{due}").Add(Firm.AccountId(engagement.Account)).Add(engagement.Id)
            .Add(firm.PersonIds[firm.Member(engagement.Account, 0)]).Add(engagement.StartedOn).Add(engagement.StartedOn.PlusDays(due))
            .Add(firm.IfCome(engagement.StartedOn.PlusDays(took))).Blank().Blank().End();
}
