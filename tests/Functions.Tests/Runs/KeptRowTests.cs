using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Functions.Tables;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Tests.Runs;

public sealed class KeptRowTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    private static Item Paid(string id, LocalDate due, LocalDate on) =>
        SmallFirm.Invoice(id, due) is var invoice ? invoice with { State = "paid", Outstanding = 0, Days = [.. invoice.Days, (ItemDay.Paid, on)] } : null!;

    private static async Task<string[]> FindingsAsync(FirmTables tables, string measure) =>
        [.. (await tables.RowsAsync(TableNames.Findings)).Where(f => f.Text("measure") == measure).Select(f => $"{f.Text("account")} {f.Text("subject")} {f.Text("occasion")} {f.Text("verdict")}")];

    [Fact]
    public async Task A_finding_stands_with_the_severity_of_its_measure_and_who_answers_for_it()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = new SmallFirm { Invoices = [SmallFirm.Invoice("INV-1", new(2026, 9, 1)), SmallFirm.Invoice("INV-2", new(2026, 9, 1), "A2")] }.InOrder(Today);
        firm.Roles.RemoveAll(r => r.Account == new AccountId("A2"));
        firm.Policy = firm.Policy with { Operations = "operations", SourceOwners = new Dictionary<string, string> { [Names.Invoices] = "finance" } };

        await tables.RunAsync(firm);

        string[] expected = ["(firm) invoices.csv high finance", "(firm) roles.csv high operations", "A1 INV-1 high P1", "A2 INV-2 high operations"];
        string[] subjects = [Names.Invoices, Names.Roles, "INV-1", "INV-2"];
        Assert.Equal(expected, (await tables.RowsAsync(TableNames.Findings)).Where(f => subjects.Contains(f.Text("subject")))
            .Select(f => $"{f.Text("account")} {f.Text("subject")} {f.Text("severity")} {f.Text("owner")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_what_is_kept_or_not_due_the_newest_occasion_of_each_subject_stands()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = new SmallFirm().InOrder(Today);
        firm.Accounts[0] = firm.Accounts[0] with { StartedOn = new(2026, 8, 1) };
        firm.Reviews.AddRange([SmallFirm.Review("A1", new(2026, 10, 12)), SmallFirm.Review("A1", new(2026, 9, 12))]);

        await tables.RunAsync(firm);

        Assert.Equal(["A1 A1 2026-08 met late", "A1 A1 2026-11 met", "A2 A2 2026-11 met"], await FindingsAsync(tables, "service-review"));
    }

    [Fact]
    public async Task Of_a_measure_with_an_alert_an_occasion_only_what_has_something_to_say_stands()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = new SmallFirm { Invoices = [Paid("INV-1", new(2026, 9, 1), new(2026, 9, 20)), SmallFirm.Invoice("INV-2", new(2026, 9, 1))] }.InOrder(Today);
        firm.Policy = firm.Policy with { Measures = [SmallFirm.AgedDebt with { AlertPer = AlertPer.Occasion }] };

        await tables.RunAsync(firm);

        Assert.Equal(["A1 INV-2 2026-09-01 breached"], await FindingsAsync(tables, "no-aged-debt"));
    }

    [Fact]
    public async Task Scores_count_each_month_and_a_month_that_is_over_stands_while_its_source_is_missing()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        // 30 days after due: October 1st and 2nd, and November 24th.
        SmallFirm firm = new SmallFirm
        {
            Invoices = [Paid("INV-1", new(2026, 9, 1), new(2026, 9, 20)), SmallFirm.Invoice("INV-2", new(2026, 9, 2)), SmallFirm.Invoice("INV-3", new(2026, 10, 25))],
        }.InOrder(Today);
        await tables.RunAsync(firm);
        string[] Debt(IEnumerable<Azure.Data.Tables.TableEntity> rows) =>
            [.. rows.Where(r => r.Text("measure") == "no-aged-debt").Select(r => $"{r.Text("month")}: {r.GetInt32("met")} met, {r.GetInt32("breached")} breached, {r.GetInt32("atrisk")} at risk, {r.GetInt32("unknown")} unknown, {r.GetInt64("atstake")} {r.Text("currency")}")];
        Assert.Equal(["2026-10: 1 met, 1 breached, 0 at risk, 0 unknown, 12000 GBP", "2026-11: 0 met, 0 breached, 1 at risk, 0 unknown, 12000 GBP"], Debt(await tables.RowsAsync(TableNames.Scores)));

        firm.Instead[Names.Invoices] = new(Names.Invoices, ReadingState.Missing) { Why = "invoices.csv is not there" };
        await tables.RunAsync(firm);

        Assert.Equal(["2026-10: 1 met, 1 breached, 0 at risk, 0 unknown, 12000 GBP", "2026-11: 0 met, 0 breached, 0 at risk, 1 unknown, 0 "],
            Debt((await tables.RowsAsync(TableNames.Scores)).Where(r => r.Text("account") == "A1")));
    }

    [Fact]
    public async Task A_standing_condition_keeps_the_score_of_a_month_that_is_over()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = new SmallFirm().InOrder(Today);
        await tables.RunAsync(firm);

        await tables.RunOnAsync(new(2026, 12, 1), firm);

        Assert.Equal(["A1 2026-11", "A1 2026-12", "A2 2026-11", "A2 2026-12"],
            (await tables.RowsAsync(TableNames.Scores)).Where(r => r.Text("measure") == "one-account-lead").Select(r => $"{r.Text("account")} {r.Text("month")}"));
    }

    [Fact]
    public async Task Receivables_move_from_band_to_band_and_vanish_once_they_are_paid()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = new SmallFirm { Invoices = [SmallFirm.Invoice("INV-1", new(2026, 11, 1))] }.InOrder(Today);
        async Task<string[]> BandsAsync() => [.. (await tables.RowsAsync(TableNames.Ageing)).Select(r => $"{r.Text("currency")} {r.Text("band")} {r.GetInt64("outstanding")} {r.Text("oldestdue")}")];

        await tables.RunAsync(firm);
        Assert.Equal(["GBP 1-30 12000 2026-11-01"], await BandsAsync());
        await tables.RunOnAsync(new(2026, 12, 10), firm);
        Assert.Equal(["GBP 31-60 12000 2026-11-01"], await BandsAsync());
        firm.Change("INV-1", _ => Paid("INV-1", new(2026, 11, 1), new(2026, 12, 10)));
        await tables.RunAsync(firm);
        Assert.Empty(await BandsAsync());
    }

    [Fact]
    public async Task Names_stand_in_the_table_of_people_alone_and_addresses_in_none()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = new SmallFirm { Invoices = [SmallFirm.Invoice("INV-1", new(2026, 9, 1))] }.InOrder(Today);
        firm.Roles.Add(SmallFirm.Lead("A2", "P2"));
        await tables.RunAsync(firm);

        string[] rows = [.. await tables.EverythingAsync(), .. (await tables.RowsAsync(TableNames.Runs)).Select(r => string.Join(" ", r.Keys.Select(k => r[k])))];

        Assert.Contains(rows, r => r.Contains("P1, P2", StringComparison.Ordinal));
        Assert.All(rows.Where(r => r.Contains("Zwicky", StringComparison.Ordinal)), r => Assert.StartsWith($"{TableNames.People} ", r, StringComparison.Ordinal));
        Assert.DoesNotContain(rows, r => r.Contains('@', StringComparison.Ordinal));
    }
}
