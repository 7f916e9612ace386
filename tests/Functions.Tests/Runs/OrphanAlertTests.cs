using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Tables;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>Alerts of which no finding is stored: what a run leaves that ends between the two.</summary>
public sealed class OrphanAlertTests
{
    private const string Key = "INV-1~2026-09-01";

    private static async Task<(FirmTables Tables, SmallFirm Firm)> OrphanedAsync()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = new SmallFirm { Invoices = [.. Enumerable.Range(1, 9).Select(i => SmallFirm.Invoice($"INV-{i}", new(2026, 9, 1)))] }.InOrder(new(2026, 11, 20));
        await tables.RunAsync(firm);
        await tables.DeleteAsync(TableNames.Findings, f => f.Text("subject") == "INV-1");
        return (tables, firm);
    }

    [Fact]
    public async Task It_is_resolved_once_its_source_says_nothing_of_it()
    {
        (FirmTables tables, SmallFirm firm) = await OrphanedAsync();

        firm.Invoices.RemoveAt(0);
        await tables.RunAsync(firm);

        Assert.Contains($"{Key} resolved no longer applies", await tables.StatesAsync("no-aged-debt"));
    }

    [Fact]
    public async Task It_stands_while_a_source_is_missing()
    {
        (FirmTables tables, SmallFirm firm) = await OrphanedAsync();

        firm.Instead[Names.Invoices] = new(Names.Invoices, ReadingState.Missing) { Why = "invoices.csv is not there" };
        await tables.RunAsync(firm);

        Assert.Contains($"{Key} breached", await tables.StatesAsync("no-aged-debt"));
    }

    [Fact]
    public async Task It_is_resolved_once_its_source_is_read_though_its_account_has_gone_meanwhile()
    {
        (FirmTables tables, SmallFirm firm) = await OrphanedAsync();
        firm.Accounts.AddRange(Enumerable.Range(3, 8).Select(i => SmallFirm.Active($"A{i}")));
        await tables.DeleteAsync(TableNames.Findings, f => f.Text("account") == "A1");
        firm.Accounts.RemoveAt(0);
        firm.Instead[Names.Invoices] = new(Names.Invoices, ReadingState.Missing) { Why = "invoices.csv is not there" };
        await tables.RunAsync(firm);
        Assert.Contains($"{Key} breached", await tables.StatesAsync("no-aged-debt"));

        firm.Instead.Clear();
        await tables.RunAsync(firm);

        Assert.All(await tables.StatesAsync("no-aged-debt"), s => Assert.EndsWith("resolved no longer applies", s));
        Assert.False((await tables.RowsAsync(TableNames.Accounts)).Single(a => a.Text("account") == "A1").GetBoolean("listed"));
    }

    [Fact]
    public async Task It_stands_while_a_row_that_may_be_its_own_cannot_be_used()
    {
        (FirmTables tables, SmallFirm firm) = await OrphanedAsync();

        SourceReading read = firm.Read(tables.Today, CancellationToken.None).Readings[Names.Invoices];
        firm.Invoices.RemoveAt(0);
        firm.Instead[Names.Invoices] = read with
        {
            Hash = "another",
            Faults = [new(Names.Invoices, 2, "total", "line 2 has no total", true, new Named { Id = "INV-1", Account = new("A1") })],
        };
        await tables.RunAsync(firm);

        Assert.Contains($"{Key} breached", await tables.StatesAsync("no-aged-debt"));
    }

    [Fact]
    public async Task It_finds_its_finding_again()
    {
        (FirmTables tables, SmallFirm firm) = await OrphanedAsync();

        Assert.Empty((await tables.RunAsync(firm)).Told);

        Assert.Contains(await tables.RowsAsync(TableNames.Findings), f => f.Text("subject") == "INV-1");
    }
}
