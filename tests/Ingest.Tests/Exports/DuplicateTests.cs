using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Tests.Exports;

public class DuplicateTests
{
    private const string Header = "invoice_number,account_id,raised_on,total,currency,remark\n";
    private const string One = "I1,A1,2026-09-01,100,GBP,a\n";
    private const string Other = "I1,A2,2026-09-01,100,GBP,a\n";

    [Fact]
    public void Identical_rows_count_once_and_are_noted()
    {
        Snapshot snapshot = Files.ReadWithRegister(("invoices.csv", Header + One + "\"I1\", A1,2026-09-01,100,GBP,a\n" + "I2,A1,2026-09-01,100,GBP,a\n"));

        Assert.Equal(["I1", "I2"], snapshot.Items.Select(i => i.Id).Order());
        Assert.Empty(snapshot.Reading("invoices.csv").Faults);
        Assert.Contains("invoices.csv: 1 rows are identical to an earlier one and count once", snapshot.Reading("invoices.csv").Notes);
        Assert.Equal(3, snapshot.Reading("invoices.csv").Rows);
    }

    [Theory]
    [InlineData(One + Other)]
    [InlineData(Other + One)]
    [InlineData(One + One + Other)]
    [InlineData(One + Other + One)]
    [InlineData(Other + One + Other + One)]
    public void Of_rows_that_differ_none_is_believed_not_even_the_first(string rows)
    {
        Snapshot snapshot = Files.ReadWithRegister(("invoices.csv", Header + rows + "I2,A1,2026-09-01,100,GBP,a\n"));

        SourceReading reading = snapshot.Reading("invoices.csv");
        Assert.Equal("I2", Assert.Single(snapshot.Items).Id);
        Assert.Equal(["A1", "A2"], reading.Faults.Select(f => f.Names.Account?.Value).Order());
        Assert.All(reading.Faults, f => Assert.Equal((true, "invoice_number", "I1"), (f.RowLost, f.Column, f.Names.Id)));
        Assert.Equal(["I1", "I2"], reading.Ids?.Order());
    }

    [Fact]
    public void The_message_names_the_other_line()
    {
        var faults = Files.ReadWithRegister(("invoices.csv", Header + One + "I2,A1,2026-09-01,100,GBP,a\n" + Other)).Reading("invoices.csv").Faults;

        Assert.Equal(
            [
                "invoices.csv line 2, column invoice_number: 'I1' stands in line 4 as well, with other values; keep the row that is right",
                "invoices.csv line 4, column invoice_number: 'I1' stands in line 2 as well, with other values; keep the row that is right",
            ],
            faults.Select(f => f.Message));
    }

    [Fact]
    public void A_row_that_nobody_knows_and_one_that_differs_are_both_lost_and_neither_is_unmatched()
    {
        SourceReading reading = Files.ReadWithRegister(("invoices.csv", Header + "I1,A9,2026-09-01,100,GBP,a\n" + One)).Reading("invoices.csv");

        Assert.Equal((2, 0), (reading.Faults.Length, reading.Unmatched.Rows));
    }

    [Fact]
    public void An_opportunity_is_the_same_only_in_the_same_system_and_an_item_only_of_the_same_kind()
    {
        Snapshot snapshot = Files.ReadWithRegister(
            ("opportunities.csv", "system,opportunity_id,account_id,stage\npsa,O1,A1,won\ncrm,O1,A1,lost\nPSA,O2,A1,won\npsa,O2,A1,lost\n"),
            ("items.csv", "kind,item_id,account_id\nrisk,T1,A1\nescalation,T1,A1\n"));

        Assert.Equal(["crm O1", "psa O1"], snapshot.Records.Select(r => $"{r.System} {r.Id}").Order());
        Assert.Equal("O2", Assert.Single(snapshot.Reading("opportunities.csv").Faults).Names.Id);
        Assert.Equal(["O1", "O2"], snapshot.Reading("opportunities.csv").Ids?.Order());
        Assert.Equal(["escalation", "risk"], snapshot.Items.Select(i => i.Kind).Order());
    }

    [Fact]
    public void Equal_roles_and_equal_time_entries_are_separate_facts()
    {
        const string role = "psa,A1,P1,account lead\n", time = "2026-08-03,P1,E1,4\n";

        Snapshot snapshot = Files.ReadWithRegister(("roles.csv", "system,account_id,person_id,role\n" + role + role), ("time.csv", "entry_date,person_id,engagement_id,hours\n" + time + time));

        Assert.Equal(2, snapshot.Assignments.Count);
        Assert.Equal((8m, 2), (Assert.Single(snapshot.Work).Hours, snapshot.Work[0].Entries));
    }
}
