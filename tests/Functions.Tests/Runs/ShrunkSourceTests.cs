using Plumbline.Domain.Measures;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Tables;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Tests.Runs;

public sealed class ShrunkSourceTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    // Each export is new content: the last invoice bears a number of its own.
    private static SmallFirm Exports(int rows, int number)
    {
        var invoices = Enumerable.Range(0, rows - 1).Select(i => SmallFirm.Invoice($"INV-{i}", new(2026, 9, 1))).Append(SmallFirm.Invoice($"NEW-{number}", new(2026, 11, 19)));
        return new SmallFirm { Invoices = [.. invoices] }.InOrder(Today);
    }

    private static async Task<string[]> FateAsync(FirmTables tables) =>
        [.. (await tables.RowsAsync(TableNames.Sources)).Where(r => r.Text("source") == Names.Invoices).OrderBy(r => r.GetInt32("number"))
            .Select(r => $"{r.GetInt32("rows")} {r.Text("state")}")];

    [Fact]
    public async Task A_first_reading_is_accepted_and_entered_once()
    {
        FirmTables tables = await FirmTables.CreateAsync();

        await tables.RunAsync(Exports(5, 1));
        await tables.RunAsync(Exports(5, 1));

        Assert.Equal(["5 read"], await FateAsync(tables));
    }

    [Fact]
    public async Task Four_fifths_of_the_rows_are_enough_and_one_fewer_is_not()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        await tables.RunAsync(Exports(10, 1));

        await tables.RunAsync(Exports(8, 2));
        await tables.RunAsync(Exports(6, 3));

        Assert.Equal(["10 read", "8 read", "6 shrunk"], await FateAsync(tables));
    }

    [Theory]
    [InlineData(false, "0 empty")]
    [InlineData(true, "0 shrunk")]
    public async Task A_header_without_rows_is_an_empty_source_and_where_it_may_be_empty_one_that_shrank(bool mayBeEmpty, string fate)
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = Exports(10, 1);
        await tables.RunAsync(firm);

        Policy policy = mayBeEmpty ? firm.Policy with { MayBeEmpty = [Names.Invoices] } : firm.Policy;
        await tables.Host((today, stop) => Task.FromResult(Emptied(firm.Read(today, stop))), policy, null).RunAsync(tables.Request(), CancellationToken.None);

        Assert.Equal(["10 read", fate], await FateAsync(tables));
    }

    private static Snapshot Emptied(Snapshot snapshot) => snapshot with
    {
        Items = [],
        Readings = snapshot.Readings.Values.ToDictionary(r => r.Source, r => r.Source == Names.Invoices ? r with { State = ReadingState.Empty, Why = "no row", Rows = 0, Hash = "other" } : r),
    };

    [Fact]
    public async Task Other_content_of_the_same_day_confirms_nothing()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        foreach (SmallFirm firm in new[] { Exports(10, 1), Exports(5, 2), Exports(5, 3) })
            await tables.RunAsync(firm);

        Assert.Equal(["10 read", "5 shrunk", "5 shrunk"], await FateAsync(tables));
    }

    [Fact]
    public async Task The_same_content_a_day_later_confirms_nothing()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        await tables.RunAsync(Exports(10, 1));
        await tables.RunAsync(Exports(5, 2));

        await tables.RunOnAsync(Today.PlusDays(1), Exports(5, 2));

        Assert.Equal(["10 read", "5 shrunk"], await FateAsync(tables));
    }

    [Fact]
    public async Task Other_content_of_the_same_day_confirms_nothing_by_lying_there_until_the_next()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        foreach (SmallFirm firm in new[] { Exports(10, 1), Exports(5, 2), Exports(5, 3) })
            await tables.RunAsync(firm);

        await tables.RunOnAsync(Today.PlusDays(1), Exports(5, 3));

        Assert.Equal(["10 read", "5 shrunk", "5 shrunk"], await FateAsync(tables));
    }

    [Fact]
    public async Task New_content_of_that_size_on_a_later_day_is_the_size_from_then_on()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        await tables.RunAsync(Exports(10, 1));
        await tables.RunAsync(Exports(5, 2));

        await tables.RunOnAsync(Today.PlusDays(1), Exports(5, 3));
        await tables.RunOnAsync(Today.PlusDays(2), Exports(4, 4));

        Assert.Equal(["10 read", "5 shrunk", "5 read", "4 read"], await FateAsync(tables));
        Assert.Equal([$"{Names.Invoices} resolved kept"], await tables.StatesAsync("source-read"));
    }

    [Fact]
    public async Task Fewer_still_on_a_later_day_is_shrunk_again()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        await tables.RunAsync(Exports(10, 1));
        await tables.RunAsync(Exports(5, 2));

        await tables.RunOnAsync(Today.PlusDays(1), Exports(2, 3));

        Assert.Equal(["10 read", "5 shrunk", "2 shrunk"], await FateAsync(tables));
    }

    [Fact]
    public async Task A_source_that_was_missing_in_between_is_held_against_the_last_accepted()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        await tables.RunAsync(Exports(10, 1));
        SmallFirm without = Exports(10, 1);
        without.Instead[Names.Invoices] = new(Names.Invoices, ReadingState.Missing) { Why = "invoices.csv is not there" };
        await tables.RunAsync(without);

        await tables.RunAsync(Exports(5, 2));

        Assert.Equal(["10 read", "0 missing", "5 shrunk"], await FateAsync(tables));
        Assert.Contains("5 rows, fewer than 80 % of the 10", (await tables.RowsAsync(TableNames.Findings)).Single(f => f.Text("subject") == Names.Invoices).Text("message"), StringComparison.Ordinal);
    }
}
