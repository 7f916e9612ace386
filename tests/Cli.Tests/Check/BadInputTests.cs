using System.Text;

namespace Plumbline.Cli.Tests.Check;

/// <summary>Each bad input gets a message naming file, line, column and remedy, costs what laws 1 and 7 say, and never an exception trace.</summary>
public sealed class BadInputTests
{
    private const int HugeLine = 200 << 20;

    private static string Judged(CheckedFolder folder, params string[] said)
    {
        CheckOutcome outcome = folder.Check();
        Assert.InRange(outcome.Exit, 0, 2);
        foreach (string text in said)
            Assert.Contains(text, outcome.Error, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", outcome.Error, StringComparison.Ordinal);
        return $"{string.Join(", ", outcome.Of("no-aged-debt"))} | {string.Join(", ", outcome.Of("invoice-raised"))}";
    }

    [Fact]
    public void A_missing_column_refuses_the_file_for_the_measures_that_need_it()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Replace("invoices.csv", ",due_on,", ",,");
        Assert.Equal("A1  unknown: source_refused | E1 2026-06 met, E1 2026-07 met, E1 2026-08 met", Judged(folder, "invoices.csv", "line 1", "due_on"));
    }

    [Fact]
    public void A_renamed_column_is_missing_and_the_message_guesses_which_it_was()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Replace("invoices.csv", "raised_on", "raised_date");
        string judged = Judged(folder, "invoices.csv", "raised_on", "raised_date");
        Assert.Contains("A1  unknown: source_refused", judged, StringComparison.Ordinal);
        Assert.DoesNotContain("breached", judged, StringComparison.Ordinal);
    }

    [Fact]
    public void A_doubled_column_says_nothing_certain()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Replace("invoices.csv", "disputed", "paid_on");
        string judged = Judged(folder, "invoices.csv", "paid_on", "line 1");
        Assert.DoesNotContain("breached", judged, StringComparison.Ordinal);
        Assert.Contains("E1 2026-08 met", judged, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_that_is_none_costs_its_row()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Replace("invoices.csv", "2026-09-03", "31/02/2026");
        Assert.Equal("I1 2026-08-01 met, I2  unknown: rows_quarantined, I3 2026-10-02 not due | E1 2026-06 met, E1 2026-07 unknown: rows_quarantined, E1 2026-08 met",
            Judged(folder, "invoices.csv line 3", "due_on", "31/02/2026", "yyyy-MM-dd"));
    }

    [Fact]
    public void A_negative_amount_where_none_may_be_costs_its_row()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Write("expenses.csv", "expense_id,person_id,engagement_id,spent_on,amount,currency,submitted_on,approved_on\nX1,P1,E1,2026-08-03,-12.50,GBP,2026-08-04,\n");
        CheckOutcome outcome = folder.Check();
        Assert.Equal(["X1 2026-W32 unknown: rows_quarantined"], outcome.Of("expenses-approved"));
        Assert.Contains("expenses.csv line 2", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("amount", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_that_the_register_does_not_know_are_named_on_standard_error_and_their_hours_stay()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Write("people.csv", "person_id,name\nP100,Ann\n");
        folder.Replace("time.csv", "P1,", "P10,");
        folder.Replace("invoices.csv", "I3,A1", "I3,B7");

        CheckOutcome outcome = folder.Check();

        Assert.Contains("time.csv: 3 rows name accounts, engagements or people that the register does not know (£2,350.00).", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("time.csv line 2, column person_id: 'P10' is not in people.csv (3 rows, £2,350.00); did you mean 'P100'?", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("invoices.csv line 4, column account_id: 'B7' is not in accounts.csv (1 row, £900.00)", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(["E1 2026-06 met", "E1 2026-07 met", "E1 2026-08 breached"], outcome.Of("invoice-raised"));
    }

    [Fact]
    public void What_invoices_say_twice_and_differently_is_said_once_on_standard_error()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Replace("invoices.csv", ",0,GBP,paid,", ",960.50,GBP,paid,");
        folder.Replace("invoices.csv", "2026-09-03", "2062-09-03");

        string error = folder.Check().Error;

        Assert.Contains("invoices.csv line 2, column outstanding: '960.50' is more than the total;", error, StringComparison.Ordinal);
        Assert.Contains("invoices.csv line 2, column status: 'paid' says that it is paid, but something is outstanding;", error, StringComparison.Ordinal);
        Assert.Contains("invoices.csv line 3, column due_on: '2062-09-03' is more than two years ahead; check the year", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_duplicate_id_with_other_values_quarantines_both_rows_and_equal_rows_count_once()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        string row = "I2,A1,E1,2026-07,2026-08-04,2026-09-03,960,800,960,GBP,open,,\n";
        folder.Replace("invoices.csv", row, row + row);
        Assert.Contains("I2 2026-09-03 not due", Judged(folder, "invoices.csv"), StringComparison.Ordinal);
        folder.Replace("invoices.csv", row + row, row + row.Replace("960,800,960", "900,750,900", StringComparison.Ordinal));
        Assert.Contains("I2 2026-09-03 unknown: rows_quarantined", Judged(folder, "invoices.csv line 3", "I2"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unterminated_quote_refuses_the_file()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Replace("invoices.csv", "I2,A1", "\"I2,A1");
        Assert.Equal("A1  unknown: source_refused | E1 2026-06 unknown: source_refused, E1 2026-07 unknown: source_refused, E1 2026-08 unknown: source_refused",
            Judged(folder, "invoices.csv line 3", "quote"));
    }

    [Fact]
    public void A_line_of_200_MB_refuses_the_file()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        using (var file = new FileStream(Path.Combine(folder.Path, "invoices.csv"), FileMode.Append))
            for (byte[] block = Encoding.ASCII.GetBytes(new string('x', 1 << 20)); file.Length < HugeLine;)
                file.Write(block);
        Assert.StartsWith("A1  unknown: source_refused", Judged(folder, "invoices.csv line 5"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Write("invoices.csv", "");
        Assert.StartsWith("A1  unknown: source_refused", Judged(folder, "invoices.csv", "empty"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("latin1")]
    public void Another_encoding_is_refused_by_name(string encoding)
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        folder.Replace("invoices.csv", "I3,", "Ié3,");
        string text = File.ReadAllText(Path.Combine(folder.Path, "invoices.csv"));
        Encoding other = Encoding.GetEncoding(encoding);
        folder.Write("invoices.csv", [.. other.GetPreamble(), .. other.GetBytes(text)]);
        Assert.StartsWith("A1  unknown: source_refused", Judged(folder, "invoices.csv", "UTF-8"), StringComparison.Ordinal);
    }

    [Fact]
    public void Binary_is_refused()
    {
        using CheckedFolder folder = CheckedFolder.Kept();
        byte[] bytes = new byte[4096];
        new Random(1).NextBytes(bytes);
        folder.Write("invoices.csv", bytes);
        Assert.StartsWith("A1  unknown: source_refused", Judged(folder, "invoices.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_bad_accounts_file_exits_with_3_and_a_message()
    {
        foreach (byte[] content in (byte[][])[[], [0xff, 0xfe, 0x41, 0x00], [0x80, 0x81, 0x82], "name\nRedwood\n"u8.ToArray(), "account_id,name\n\"A1,Red"u8.ToArray()])
        {
            using CheckedFolder folder = CheckedFolder.Kept();
            folder.Write("accounts.csv", content);
            CheckOutcome outcome = folder.Check();
            Assert.Equal(3, outcome.Exit);
            Assert.Contains("accounts.csv", outcome.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        }
    }
}
