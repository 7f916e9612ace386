using System.Text;
using Plumbline.Domain.Facts;
using Xunit.Abstractions;

namespace Plumbline.Ingest.Tests.Exports;

public class FuzzTests(ITestOutputHelper output)
{
    private const int Seed = 20261121;

    private static readonly (string Name, string Text)[] Good =
    [
        ("accounts.csv", "account_id,name,importance,customer_domains,region,status,started_on,ended_on,growth_target,margin_target\nA1,One,key,one.example,scotland,active,2020-01-01,,0.1,0.3\n"),
        ("engagements.csv", "engagement_id,account_id,name,status,started_on,ended_on,billable,budget,updated_on\nE1,A1,First,active,2024-01-15,,yes,100.00,2026-09-01\n"),
        ("people.csv", "person_id,name,email,career_level,people_lead_id,weekly_hours,started_on,ended_on\nP1,Ann,a@example.org,5,P2,37.5,2020-01-01,\n"),
        ("contacts.csv", "contact_id,account_id,email,stakeholder_role,unit\nC1,A1,c@example.org,sponsor,North\n"),
        ("roles.csv", "system,account_id,engagement_id,opportunity_id,person_id,role,from,to,announced_on,handover_on\npsa,A1,,,P1,account lead,2024-01-01,,,\n"),
        ("time.csv", "entry_date,person_id,engagement_id,hours,billable,category,value,currency,submitted_on,approved_on\n2026-08-03,P1,E1,7.5,yes,\"a, b\",100.00,GBP,2026-08-09,2026-08-10\n2026-08-04,P1,E1,7.5,yes,Training,100.00,GBP,2026-08-09,2026-08-10\n"),
        ("expenses.csv", "expense_id,person_id,engagement_id,spent_on,amount,currency,submitted_on,approved_on\nX1,P1,E1,2026-08-03,12.50,GBP,2026-08-04,2026-08-07\n"),
        ("absences.csv", "absence_id,person_id,kind,from,to,requested_on,decided_on\nB1,P1,holiday,2026-08-03,2026-08-07,2026-07-01,2026-07-03\n"),
        ("invoices.csv", "invoice_number,account_id,engagement_id,period,raised_on,due_on,total,net,outstanding,currency,status,paid_on,disputed\nI1,A1,E1,2026-08,2026-09-01,2026-10-01,120,100,0,GBP,paid,2026-09-02,no\n"),
        ("documents.csv", "document_id,account_id,engagement_id,kind,reviewed_by_legal_on,agreed_by_board_on,signed_by_all_on,recorded_on,starts_on,ends_on\nD1,,E1,sow,2024-01-01,2024-01-02,2024-01-03,2024-01-04,2024-01-15,\n"),
        ("activities.csv", "activity_id,account_id,engagement_id,person_id,kind,held_on,evidence,participants,source\nV1,A1,,,service review,2026-08-03,held,customer;P1,calendar\n"),
        ("items.csv", "kind,item_id,account_id,engagement_id,person_id,anchor_on,due_on,done_on,amount,currency\ndata mapping,T1,,E1,,2024-01-15,2024-02-14,2024-02-01,,\n"),
        ("readings.csv", "figure,account_id,engagement_id,person_id,value,as_of\nsatisfaction,A1,,,8.5,2026-08-31\n"),
        ("opportunities.csv", "system,opportunity_id,account_id,status,stage,value,currency,updated_on\npsa,O1,A1,open,proposal,50000,GBP,2026-09-01\n"),
    ];

    private static readonly byte[][] Morsels =
    [
        "\""u8.ToArray(), ","u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), "\r\n"u8.ToArray(), "\0"u8.ToArray(), [0xFF], [0xC3], [0xF0, 0x9F], "\uFEFF"u8.ToArray(), "-"u8.ToArray(), "."u8.ToArray(),
        "9999999999999999999"u8.ToArray(), "\u20AC"u8.ToArray(), " "u8.ToArray(), "\"\""u8.ToArray(), ";"u8.ToArray(), "2026-02-31"u8.ToArray(), "A1"u8.ToArray(), "0"u8.ToArray(), new byte[300],
    ];

    [Fact]
    public void Nothing_that_happens_to_a_file_throws_and_parts_say_what_the_whole_says()
    {
        output.WriteLine($"seed {Seed}");
        for (int round = 0; round < 5_000; round++)
        {
            Random random = new(Seed + round);
            (string Name, byte[] Bytes)[] files = [.. Good.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))];
            int victim = random.Next(files.Length);
            files[victim].Bytes = Mutate(files[victim].Bytes, random);
            Snapshot whole = Files.ReadBytes(1 << 20, 1, files);
            Assert.Equal(Good.Length, whole.Readings.Count);
            Assert.All(whole.Readings.Values, r => Assert.Equal(r.State == ReadingState.Read, r.Why is null));
            Assert.All(whole.Readings.Values.SelectMany(r => r.Faults), f => Assert.StartsWith($"{f.Source} line {f.Line}", f.Message, StringComparison.Ordinal));
            if (files[victim].Name == "time.csv")
                Assert.True(Said.By(whole) == Said.By(Files.ReadBytes(random.Next(40, 300), 2, files)), $"seed {Seed + round}");
        }
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        List<byte> all = [.. bytes];
        for (int times = random.Next(1, 6); times > 0; times--)
        {
            int at = random.Next(all.Count + 1);
            switch (random.Next(4))
            {
                case 0: all.InsertRange(at, Morsels[random.Next(Morsels.Length)]); break;
                case 1: all.RemoveRange(at, random.Next(Math.Min(20, all.Count - at + 1))); break;
                case 2: all.InsertRange(at, all.GetRange(at, random.Next(all.Count - at + 1))); break;
                default: all.Insert(at, (byte)random.Next(256)); break;
            }
        }
        return [.. all];
    }
}
