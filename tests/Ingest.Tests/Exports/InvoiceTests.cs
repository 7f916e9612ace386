using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Tests.Exports;

public class InvoiceTests
{
    private const string Header = "invoice_number,account_id,raised_on,due_on,total,net,outstanding,currency,status,paid_on\n";

    [Theory]
    [InlineData("64.836,,,GBP", "total", "'64.836' has more decimals than GBP has; write at most 2")]
    [InlineData("100,64.836,,GBP", "net", "'64.836' has more decimals than GBP has; write at most 2")]
    [InlineData("100,,-0.001,GBP", "outstanding", "'-0.001' has more decimals than GBP has; write at most 2")]
    [InlineData("1200.5,,,JPY", "total", "'1200.5' has more decimals than JPY has; write none")]
    [InlineData("1.2345,,,KWD", "total", "'1.2345' has more decimals than KWD has; write at most 3")]
    [InlineData("1.234,,,", "total", "'1.234' has more decimals than an amount has; write at most 2")]
    public void An_amount_with_more_decimals_than_its_currency_costs_its_row(string amounts, string column, string message)
    {
        Fault fault = Assert.Single(Read($"I1,A1,2026-08-03,2026-09-03,{amounts},open,\n").Faults);

        Assert.Equal(($"invoices.csv line 2, column {column}: {message}", true), (fault.Message, fault.RowLost));
    }

    [Theory]
    [InlineData("1495.0000,,1495.00,GBP")]
    [InlineData("1495.,,1495.00,GBP")]
    [InlineData("1200.00,,1200,JPY")]
    [InlineData("1.234,,1.234,KWD")]
    public void Zeros_behind_the_decimals_of_a_currency_say_nothing(string amounts) =>
        Assert.Empty(Read($"I1,A1,2026-08-03,2026-09-03,{amounts},open,\n") is var r ? r.Faults.Select(f => f.Message).Concat(r.Notes) : []);

    [Theory]
    [InlineData("100,,100.01,GBP,open,", "outstanding: '100.01' is more than the total; the outstanding amount is used as it is: correct whichever is wrong")]
    [InlineData("-100,,-101,GBP,open,", "outstanding: '-101' is more than the total; the outstanding amount is used as it is: correct whichever is wrong")]
    [InlineData("100,,40,GBP,Paid,", "status: 'Paid' says that it is paid, but something is outstanding; the outstanding amount is used: correct whichever is wrong")]
    [InlineData("100,,40,GBP,open,2026-09-01", "paid_on: '2026-09-01' says that it is paid, but something is outstanding; the outstanding amount is used: correct whichever is wrong")]
    [InlineData("100,,40,GBP,paid,2026-09-01", "status: 'paid' says that it is paid, but something is outstanding; the outstanding amount is used: correct whichever is wrong")]
    [InlineData("100,,,GBP,open,", "outstanding: it is blank and the status is not paid; the total is taken as outstanding: enter what is outstanding")]
    [InlineData("100,,,GBP,,2026-09-01", "outstanding: it is blank and the status is not paid; the total is taken as outstanding: enter what is outstanding")]
    [InlineData("100,,,GBP,paid,", null)]
    [InlineData("100,,0,GBP,open,", null)]
    [InlineData("100,,40,GBP,open,", null)]
    [InlineData("-100,,-40,GBP,open,", null)]
    [InlineData("100,,,GBP,draft,", null)]
    [InlineData("100,,400,GBP,void,2026-09-01", null)]
    public void What_an_invoice_says_of_its_payment_twice_and_differently_is_noted(string rest, string? note)
    {
        SourceReading reading = Read($"I1,A1,2026-08-03,2026-09-03,{rest}\n");

        Assert.Empty(reading.Faults);
        Assert.Equal(note is null ? [] : [$"invoices.csv line 2, column {note}"], reading.Notes.AsEnumerable());
    }

    [Fact]
    public void A_thousand_rows_with_the_same_oddity_are_one_line()
    {
        string rows = string.Concat(Enumerable.Range(0, 1_235).Select(i => $"I{i},A1,2026-08-03,2062-09-03,100,,,GBP,open,\n"));

        Assert.Equal(
            [
                "invoices.csv line 2, column due_on: '2062-09-03' is more than two years ahead; check the year (and 1,234 more rows like it)",
                "invoices.csv line 2, column outstanding: it is blank and the status is not paid; the total is taken as outstanding: enter what is outstanding (and 1,234 more rows like it)",
            ],
            Read(rows).Notes.AsEnumerable());
    }

    [Fact]
    public void Without_the_column_outstanding_its_lack_is_said_and_no_row_is_blamed()
    {
        SourceReading reading = Files.ReadWithRegister(("invoices.csv", "invoice_number,account_id,raised_on,total,status\nI1,A1,2026-08-03,100,open\n")).Reading("invoices.csv");

        Assert.Empty(reading.OfRows().Notes.AsEnumerable());
        Assert.Contains("outstanding", reading.LackingColumns.Keys);
    }

    private static SourceReading Read(string rows) => Files.ReadWithRegister(("invoices.csv", Header + rows)).Reading("invoices.csv").OfRows();

    [Theory]
    [InlineData("I1,A1,,100,GBP,void")]
    [InlineData("I1,A1,2026-09-01,,GBP,void")]
    [InlineData("I1,A1,,,GBP,draft")]
    public void A_draft_or_a_void_need_not_say_what_nothing_reads_of_it(string row)
    {
        Snapshot snapshot = Files.ReadWithRegister(("invoices.csv", $"invoice_number,account_id,raised_on,total,currency,status\n{row}\n"));
        Assert.Empty(snapshot.Reading("invoices.csv").Faults);
        Assert.Single(snapshot.Items);
    }
}
