namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>The data mapping of each engagement that has begun, and a milestone.</summary>
internal static class Items
{
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
    }

    private static void Row(RowWriter rows, Firm firm, Engagement engagement, string kind, int due, int took) =>
        rows.Add(kind).Add($"{engagement.Name}-{due}").Add(Firm.AccountId(engagement.Account)).Add(engagement.Id)
            .Add(firm.PersonIds[firm.Member(engagement.Account, 0)]).Add(engagement.StartedOn).Add(engagement.StartedOn.PlusDays(due))
            .Add(firm.IfCome(engagement.StartedOn.PlusDays(took))).Blank().Blank().End();
}
