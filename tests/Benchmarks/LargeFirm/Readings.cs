namespace Plumbline.Benchmarks.LargeFirm;

/// <summary>A quarter's score of each account, and the one before.</summary>
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
                rows.Add("satisfaction").Add(Firm.AccountId(account)).Blank().Blank().Add(6 + firm.Chance.Below(5, About.Meeting, account, 99 + quarter))
                    .Add(firm.Scale.AsOf.PlusDays(-10 - DaysBetween * quarter)).End();
            }
        }
    }
}
