using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Tests.Exports;

/// <summary>What spreadsheets do to a file without changing what it says.</summary>
public class SpreadsheetTests
{
    private const string Header = "invoice_number,account_id,raised_on,due_on,total,outstanding,currency,status,paid_on,disputed\n";
    private const string Plain = Header + "000123,A1,2026-08-01,2026-08-31,100,100,GBP,open,,\n";

    public static TheoryData<string, string> Alike => new()
    {
        { "a line that names the separator", "sep=,\n" + Plain },
        { "with what a spreadsheet writes around text", Plain.Replace("000123", "=\"000123\"", StringComparison.Ordinal) },
        { "and in quotes", Plain.Replace("000123", "\"=\"\"000123\"\"\"", StringComparison.Ordinal) },
        { "a row without its blank cells at the end", Plain.Replace("open,,", "open", StringComparison.Ordinal) },
        { "a row without the last of them", Plain.Replace("open,,", "open,", StringComparison.Ordinal) },
        { "rows of commas alone", Header + ",,,,,,,,,\n" + Plain[Header.Length..] + " , ,,,,,,,,\n,,\n,\n" },
    };

    [Theory]
    [MemberData(nameof(Alike))]
    public void A_file_says_the_same(string why, string text)
    {
        Assert.NotEmpty(why);
        Snapshot plain = Files.ReadWithRegister(("invoices.csv", Plain)), odd = Files.ReadWithRegister(("invoices.csv", text));
        Assert.Equal(Said.By(plain, withLines: false), Said.By(odd, withLines: false));
        Assert.Equal("000123", Assert.Single(odd.Items).Id);
    }

    [Fact]
    public void A_row_with_and_without_its_blank_cells_is_the_same_row_twice()
    {
        Snapshot snapshot = Files.ReadWithRegister(("invoices.csv", Plain + "000123,A1,2026-08-01,2026-08-31,100,100,GBP,open\n"));
        Assert.Empty(snapshot.Reading("invoices.csv").Faults);
        Assert.Single(snapshot.Items);
    }

    [Fact]
    public void A_row_that_ends_before_a_value_that_it_needs_lacks_that_value() =>
        Assert.Equal("time.csv line 2, column hours: it is blank; every row needs one",
            Assert.Single(Files.ReadWithRegister(("time.csv", "entry_date,person_id,engagement_id,hours\n2026-08-03,P1,E1\n")).Reading("time.csv").Faults).Message);

    [Fact]
    public void A_row_whose_last_value_is_cut_off_in_quotes_is_no_row() =>
        Assert.Equal("invoices.csv line 2: a quote is opened and never closed; close it", Files.ReadWithRegister(("invoices.csv", Header + "000123,A1,\"2026-08-01\n")).Reading("invoices.csv").Why);

    [Theory]
    [InlineData("\u00a0A1", "\u00a0E1 ")]
    [InlineData("A1 \u00a0\u00a0", "E1\u00a0")]
    public void A_no_break_space_at_the_edge_of_a_value_is_left_out_and_noted(string account, string engagement)
    {
        SourceReading invoices = Files.ReadWithRegister(("invoices.csv", $"invoice_number,account_id,raised_on,total\nI1,{account},2026-08-01,1\nI2,{account},2026-08-01,1\n")).Reading("invoices.csv").OfRows();
        Assert.Empty(invoices.Faults);
        Assert.Equal(0, invoices.Unmatched.Rows);
        Assert.Contains("column account_id: '", Assert.Single(invoices.Notes, n => n.Contains("no-break", StringComparison.Ordinal)), StringComparison.Ordinal);

        Snapshot time = Files.ReadWithRegister(("time.csv", $"entry_date,person_id,engagement_id,hours\n2026-08-03,P1,{engagement},8\n"));
        Assert.Equal("E1", Assert.Single(time.Work).Engagement.Value);
        Assert.Contains(time.Reading("time.csv").Notes, n => n.StartsWith("time.csv line 2, column engagement_id", StringComparison.Ordinal));
    }

    [Fact]
    public void A_no_break_space_within_a_value_is_a_part_of_it() =>
        Assert.Equal("One\u00a0Two", Assert.Single(Files.Read(("accounts.csv", "account_id,name,status\nA1,One\u00a0Two,active\n")).Register.Accounts).Name);
}
