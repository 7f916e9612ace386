namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>A quarter's scores of each account, and those before.</summary>
internal static class Readings
{
    private const int DaysBetween = 90;

    public static void Write(string folder, Firm firm)
    {
        using var rows = new RowWriter(folder, "readings.csv", "figure,account_id,engagement_id,person_id,value,as_of");
        for (var account = 0; account < firm.Scale.Accounts; account++)
        {
            for (var quarter = 0; quarter < 2; quarter++)
            {
                var (luck, day) = (firm.Chance.Below(5, About.Meeting, account, 99 + quarter), firm.Scale.AsOf.PlusDays(-10 - DaysBetween * quarter));
                Row(rows, "satisfaction", account, 6 + luck, day);
                Row(rows, "engagement score", account, 6 + luck, day);
                Row(rows, "share who answered", account, 58 + 5 * luck, day);
                Row(rows, "capabilities engaged", account, 1 + luck, day);
                Row(rows, "cost", account, 1_000 * luck, day);
            }
        }
    }

    private static void Row(RowWriter rows, string figure, int account, int value, NodaTime.LocalDate day) =>
        rows.Add(figure).Add(Firm.AccountId(account)).Blank().Blank().Add(value).Add(day).End();
}
