using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Tests.Exports;

public class OrderTests
{
    private static readonly (string Name, string Header, string[] Rows)[] Folder =
    [
        ("accounts.csv", "account_id,name,status,region", ["A1,One,active,", "A2,Two,,", "A3,Three,active,Wales", "A4,x,active,", "A4,y,active,"]),
        ("engagements.csv", "engagement_id,account_id,status,started_on", ["E1,A1,active,", "E2,A2,active,2026-13-01", "E3,A9,active,", "E4,A3,active,", "E1,A1,active,"]),
        ("people.csv", "person_id,weekly_hours", ["P1,37.5", "P2,x", "P3,40", "P3,41"]),
        ("invoices.csv", "invoice_number,account_id,engagement_id,raised_on,total,currency", ["I1,A1,,2026-09-01,5,GBP", "I1,A1,,2026-09-01,5,GBP", "I2,,E2,2026-09-01,5,GBP", "I3,A1,,,5,GBP", "I4,A9,,2026-09-01,5,GBP", "I5,A1,,2026-09-01,5,GBP", "I5,A2,,2026-09-01,5,GBP", "I6"]),
        ("time.csv", "entry_date,person_id,engagement_id,hours,billable,value,currency", ["2026-08-03,P1,E1,8,yes,5,GBP", "2026-08-04,P1,E1,8,yes,6,EUR", "2026-08-05,P1,E1,8,yes,7,GBP", "2026-08-04,P9,E2,8,no,,", "2026-08-04,P9,E7,8,no,3,GBP", "2026-08-04,P9,E1,x,no,3,GBP"]),
        ("roles.csv", "person_id,role,account_id,engagement_id", ["P1,core,A1,", "P1,core,A1,", "P2,core,,E9", "P3,,A1,"]),
        ("opportunities.csv", "system,opportunity_id,account_id,stage,value", ["psa,O1,A1,won,5", "crm,O1,A1,won,5", "crm,O2,A1,won,5", "crm,O2,A1,lost,5"]),
    ];

    [Fact]
    public void The_order_of_rows_and_of_files_means_nothing()
    {
        string straight = Said.By(Files.Read([.. Folder.Select(f => (f.Name, Text(f.Header, f.Rows)))]), withLines: false);

        for (int seed = 0; seed < 50; seed++)
        {
            Random random = new(seed);
            (string, string)[] shuffled = [.. Folder.Select(f => (f.Name, Text(f.Header, [.. f.Rows.OrderBy(_ => random.Next())])))];
            random.Shuffle(shuffled);
            Assert.Equal(straight, Said.By(Files.Read(shuffled), withLines: false));
        }
    }

    private static string Text(string header, string[] rows) => header + "\n" + string.Join('\n', rows) + "\n";
}
