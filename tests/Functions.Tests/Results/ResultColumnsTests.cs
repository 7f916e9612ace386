using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Results;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Tests.Runs;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Tests.Results;

/// <summary>The columns that readers rely on, held to an approved file and to the rows that runs write.</summary>
public sealed partial class ResultColumnsTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    [Fact]
    public void The_columns_are_as_approved()
    {
        string[] served = [$"api-version {ResultTable.Version}", .. ResultTables.All.SelectMany(t => t.Columns.Select(c => $"{t.Name} {c.Name}: {c.Type}"))];
        Assert.Equal(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Results", "result-columns.approved.txt")), served);
    }

    [Fact]
    public void Every_table_that_is_for_readers_is_served() => Assert.Equal(TableNames.Results, ResultTables.All.Select(t => t.Name));

    [Fact]
    public async Task The_rows_that_runs_write_have_the_columns_of_their_table_and_no_others()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = new SmallFirm { Invoices = [SmallFirm.Invoice("INV-1", new(2026, 9, 1)), SmallFirm.Invoice("INV-2", new(2026, 10, 25))] }.InOrder(Today);
        await tables.RunAsync(firm);
        firm.Instead[Names.Invoices] = new(Names.Invoices, ReadingState.Missing) { Why = "invoices.csv is not there" };
        await tables.RunAsync(firm);
        foreach (ResultTable table in ResultTables.All)
        {
            List<TableEntity> rows = table.Name == TableNames.Alerts ? await tables.AlertsAsync() : await tables.RowsAsync(table.Name);
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.Equal(table.Columns.Where(c => c.Type != ColumnTypes.Decimal).Select(c => c.Name), Own(row).Order(KeysFirst)));
            Assert.All(from row in rows from column in table.Columns select (row, column), cell => AssertHolds(cell.column, cell.column.Value(cell.row)));
        }
    }

    [Theory]
    [InlineData("GBP", 12_345L, "123.45")]
    [InlineData("GBP", 12_000L, "120.00")]
    [InlineData("JPY", 12_345L, "12345")]
    [InlineData("KWD", -12_345L, "-12.345")]
    [InlineData("several", 0L, "0.00")]
    [InlineData("", 0L, "0.00")]
    public void An_amount_in_whole_units_has_the_decimals_of_its_currency(string currency, long minor, string units)
    {
        var row = new TableEntity("A", "1") { ["currency"] = currency, ["outstanding"] = minor };
        Assert.Equal(units, CsvLine.Cell(Column("ageing", "outstanding_decimal").Value(row)));
    }

    [Fact]
    public void An_amount_that_a_row_lacks_is_none_in_whole_units() => Assert.Null(Column("ageing", "disputed_decimal").Value(new TableEntity("A", "1")));

    private static ResultColumn Column(string table, string name) => ResultTables.Get(table).Columns.Single(c => c.Name == name);

    private static IEnumerable<string> Own(TableEntity row) => row.Keys.Where(k => k != "Timestamp" && !k.StartsWith("odata.", StringComparison.Ordinal));

    private static Comparer<string> KeysFirst { get; } = Comparer<string>.Create((one, other) =>
        char.IsUpper(one[0]) != char.IsUpper(other[0]) ? (char.IsUpper(one[0]) ? -1 : 1) : string.CompareOrdinal(one, other));

    private static void AssertHolds(ResultColumn column, object? value)
    {
        bool holds = (column.Type, value) switch
        {
            (ColumnTypes.Text, string) or (ColumnTypes.Integer, int) or (ColumnTypes.MinorUnits, long) or (ColumnTypes.Decimal, decimal)
                or (ColumnTypes.Boolean, bool) or (ColumnTypes.Instant, DateTimeOffset) => true,
            (ColumnTypes.Day, string day) => DayOrNone().IsMatch(day),
            (ColumnTypes.Month, string month) => Month().IsMatch(month),
            (ColumnTypes.Json, string json) => JsonDocument.Parse(json).RootElement.ValueKind is JsonValueKind.Array or JsonValueKind.Object,
            _ => false,
        };
        Assert.True(holds, $"{column.Name} is {column.Type} and holds '{value}'");
    }

    [GeneratedRegex(@"^(\d{4}-\d\d-\d\d)?$")]
    private static partial Regex DayOrNone();

    [GeneratedRegex(@"^\d{4}-\d\d$")]
    private static partial Regex Month();
}
