using System.Text;
using Plumbline.Domain.Facts;

namespace Plumbline.Ingest.Tests.Exports;

public class BadFileTests
{
    private const string Header = "expense_id,person_id,engagement_id,spent_on,amount,currency,submitted_on,approved_on\n";

    private const string Time = "entry_date,person_id,engagement_id,hours\n";

    public static TheoryData<byte[], string> Refused => new()
    {
        { [], "expenses.csv line 1: the file is empty; it needs a line with the names of its columns" },
        { Text("\n \r\n"), "expenses.csv line 1: the file is empty; it needs a line with the names of its columns" },
        { Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Header)).ToArray(), "expenses.csv line 1: the file is UTF-16; save it as UTF-8" },
        { Encoding.Unicode.GetBytes(Header), "expenses.csv line 1: the file is UTF-16; save it as UTF-8" },
        { Encoding.BigEndianUnicode.GetBytes(Header), "expenses.csv line 1: the file is UTF-16; save it as UTF-8" },
        { Text("PK\u0003\u0004" + Header), "expenses.csv line 1: the file is a workbook or an archive; export it as CSV in UTF-8" },
        { Text(Header + "X1,P\0"), "expenses.csv line 2, byte 5 of the line: a zero byte, so this is not text; export it as CSV in UTF-8" },
        { Encoding.Latin1.GetBytes(Header + "X1,P1\nX2,Jos\u00e9,\n"), "expenses.csv line 3, byte 7 of the line: the byte 0xE9 is not UTF-8; save the file as UTF-8, not as Latin-1 or Windows-1252" },
        { Encoding.Latin1.GetBytes(Header + "X1,Jos\u00e9"), "expenses.csv line 2, byte 7 of the line: the byte 0xE9 is not UTF-8; save the file as UTF-8, not as Latin-1 or Windows-1252" },
        { Text(Header + "X1,\"P1,E1\nX2,P1,E1\n"), "expenses.csv line 2: a quote is opened and never closed; close it" },
        { Text(Header + "X1,\"P1,E1\nX2,P1,\"E1\"\n"), "expenses.csv line 2: a quote is not closed where its value ends, so that the lines after it cannot be told apart; close it" },
        { Text(Header + "X0,P1,E1,2026-08-03,5,GBP,,\nX1,\"" + new string('x', 3 << 20)), "expenses.csv line 3: a record of more than 1 MB; probably a quote in it is not closed: close it" },
        { Text("person_id,amount\nP1,5\n"), "expenses.csv line 1, column expense_id: it is missing; add it" },
        { Text("expense_no,amount\nP1,5\n"), "expenses.csv line 1, column expense_id: it is missing; add it (did you mean it by the column 'expense_no'?)" },
        { Text("expense_id,EXPENSE_ID\nP1,5\n"), "expenses.csv line 1, column expense_id: it stands twice; keep one of them" },
        { Text("expense_id;amount\nP1;5\n"), "expenses.csv line 1: the columns are separated by ';'; separate them by commas" },
    };

    [Theory]
    // Not listed beforehand: a case of three megabytes would be written out for every list of tests.
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void A_file_that_cannot_be_used_is_refused_with_the_place_and_the_remedy(byte[] bytes, string why)
    {
        Snapshot snapshot = Files.ReadBytes(("expenses.csv", bytes));

        SourceReading reading = snapshot.Reading("expenses.csv");
        Assert.Equal((ReadingState.Refused, why), (reading.State, reading.Why));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), reading.Hash);
        Assert.Empty(snapshot.Items);
    }

    [Theory]
    [InlineData("", "time.csv line 1: the file is empty; it needs a line with the names of its columns")]
    [InlineData("entry_date,person_id\n", "time.csv line 1, column engagement_id: it is missing; add it")]
    [InlineData(Time + "2026-08-03,P1,E1,8\n2026-08-03,P\0,E1,8\n", "time.csv line 3, byte 13 of the line: a zero byte, so this is not text; export it as CSV in UTF-8")]
    [InlineData(Time + "2026-08-03,P1,E1,8\n2026-08-03,\"P1,E1,8\n", "time.csv line 3: a quote is opened and never closed; close it")]
    [InlineData(Time + "2026-08-03,\"P1,E1,8\n2026-08-03,\"P1\",E1,8\n", "time.csv line 2: a quote is not closed where its value ends, so that the lines after it cannot be told apart; close it")]
    public void Time_entries_are_refused_alike_in_parts_and_in_one(string text, string why)
    {
        foreach (int partSize in new[] { 60, 100, 1 << 20 })
            Assert.Equal(why, Files.ReadBytes(partSize, 2, ("time.csv", Text(text))).Reading("time.csv").Why);
    }

    [Fact]
    public void A_time_entry_without_an_end_is_refused_without_reading_on()
    {
        byte[] bytes = [.. Text(Time + "2026-08-03,\""), .. Enumerable.Repeat((byte)'x', 5 << 20)];

        Assert.Equal("time.csv line 2: a record of more than 1 MB; probably a quote in it is not closed: close it", Files.ReadBytes(("time.csv", bytes)).Reading("time.csv").Why);
    }

    [Fact]
    public void A_missing_file_is_missing() =>
        Assert.Equal((ReadingState.Missing, "time.csv is not there; export it to have what rests on it judged"), (Files.Read().Reading("time.csv").State, Files.Read().Reading("time.csv").Why));

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    [InlineData("", "\r")]
    [InlineData("\uFEFF\n\n", "\n\n")]
    public void Marks_and_line_ends_of_every_sort_are_read(string before, string end)
    {
        string text = before + $" Expense_ID ,spent_on,amount{end}X1, 2026-08-03 ,5{end}X2, \"2026-08-04\" ,6{end}   {end}X3,bad,7";

        SourceReading reading = Files.Read(("expenses.csv", text)).Reading("expenses.csv");

        Assert.Equal((ReadingState.Read, 3), (reading.State, reading.Rows));
        Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Split("X3")[0].ReplaceLineEndings("\n").Count(c => c == '\n') + 1, Assert.Single(reading.Faults).Line);
    }

    [Fact]
    public void A_header_alone_is_an_empty_reading()
    {
        SourceReading reading = Files.Read(("expenses.csv", Header)).Reading("expenses.csv");
        SourceReading time = Files.Read(("time.csv", "entry_date,person_id,engagement_id,hours")).Reading("time.csv");

        Assert.Equal((ReadingState.Empty, 0), (reading.State, reading.Rows));
        Assert.Equal((ReadingState.Empty, 0), (time.State, time.Rows));
        Assert.StartsWith("time.csv has a header line and no row; ", time.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_is_missing_twice_there_or_unknown_is_named_and_the_rows_are_read()
    {
        SourceReading reading = Files.ReadWithRegister(("invoices.csv", "invoice_number,account_id,raised_on,due_date,total,total,colour\nI1,A1,2026-09-01,2026-10-01,5,5,red\n")).Reading("invoices.csv");

        Assert.Equal("invoices.csv line 1, column due_on: it is missing; add it (did you mean it by the column 'due_date'?)", reading.LackingColumns["due_on"]);
        Assert.Equal("invoices.csv line 1, column total: it stands twice; keep one of them", reading.LackingColumns["total"]);
        Assert.Contains("invoices.csv line 1, column 'colour': not one that we know; it is left out", reading.Notes);
        Assert.Empty(reading.Faults);
        Assert.Equal(1, reading.Rows);
    }

    [Fact]
    public void A_column_that_is_called_by_an_address_is_not_named()
    {
        SourceReading reading = Files.ReadWithRegister(("invoices.csv", "invoice_number,account_id,raised_on,due_jo@x.example,total,jo@x.example,net,disputed\nI1,A1,2026-09-01,2026-10-01,5,5,5,no\n")).Reading("invoices.csv");

        Assert.Equal("invoices.csv line 1, column due_on: it is missing; add it (did you mean it by the column what looks like an e-mail address?)", reading.LackingColumns["due_on"]);
        Assert.Equal(Enumerable.Repeat("invoices.csv line 1, column what looks like an e-mail address: not one that we know; it is left out", 2), reading.Notes);
        Assert.Contains("column what looks like an e-mail address?", Files.Read(("expenses.csv", "expense_jo@x.example\n")).Reading("expenses.csv").Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, 20, "'c1019': not one that we know; it is left out")]
    [InlineData(21, 21, "line 1: and 1 more columns that we do not know; they are left out")]
    [InlineData(3_000, 21, "line 1: and 2,980 more columns that we do not know; they are left out")]
    public void Twenty_columns_that_we_do_not_know_are_named_and_the_others_counted(int columns, int notes, string last)
    {
        SourceReading reading = Files.Read(("expenses.csv", Header.TrimEnd() + string.Concat(Enumerable.Range(1000, columns).Select(i => $",c{i}")) + "\n")).Reading("expenses.csv");

        Assert.Equal(notes, reading.Notes.Length);
        Assert.EndsWith(last, reading.Notes[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Up_to_twenty_rows_may_name_nothing_and_no_more()
    {
        string twenty = Header + string.Concat(Enumerable.Repeat(",,,soon,,,,\n", 20));

        SourceReading borne = Files.Read(("expenses.csv", twenty)).Reading("expenses.csv");
        SourceReading refused = Files.Read(("expenses.csv", twenty + ",,,soon,,,,\n")).Reading("expenses.csv");

        Assert.Equal((ReadingState.Read, 1), (borne.State, borne.Faults.Length));
        Assert.Contains("expenses.csv: and 19 more faults like these", borne.Notes);
        Assert.Equal("expenses.csv: 21 of 21 rows cannot be used and do not say whose they are, more than the 20 that are borne; the first: expenses.csv line 2, column expense_id: it is blank; every row needs one", refused.Why);
    }

    [Fact]
    public void Half_a_percent_of_the_rows_may_name_nothing()
    {
        string good = Header + string.Concat(Enumerable.Range(0, 9_950).Select(i => $"X{i},,E1,,5,GBP,,\n"));

        Assert.Equal(ReadingState.Read, Files.Read(("expenses.csv", good + string.Concat(Enumerable.Repeat(",,,soon,,,,\n", 50)))).Reading("expenses.csv").State);
        Assert.Equal(ReadingState.Refused, Files.Read(("expenses.csv", good + string.Concat(Enumerable.Repeat(",,,soon,,,,\n", 51)))).Reading("expenses.csv").State);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
