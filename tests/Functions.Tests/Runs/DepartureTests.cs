using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Tables;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Tests.Runs;

public sealed class DepartureTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    private static SmallFirm TenInvoices() =>
        new SmallFirm { Invoices = [.. Enumerable.Range(0, 10).Select(i => SmallFirm.Invoice($"INV-{i}", new(2026, 9, 1)))] }.InOrder(Today);

    private static async Task<(FirmTables Tables, SmallFirm Firm)> OnceRunAsync()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = TenInvoices();
        Assert.Equal(10, (await tables.RunAsync(firm)).Told.Length);
        return (tables, firm);
    }

    [Fact]
    public async Task Half_of_the_invoices_gone_resolves_nothing_and_opens_one_alert_about_the_source()
    {
        (FirmTables tables, SmallFirm firm) = await OnceRunAsync();

        firm.Invoices.RemoveRange(5, 5);
        await tables.RunAsync(firm);

        Assert.All(await tables.StatesAsync("no-aged-debt"), s => Assert.EndsWith("breached", s));
        Assert.Equal([$"{Names.Invoices} breached"], await tables.StatesAsync("source-read"));
        var kept = (await tables.RowsAsync(TableNames.Findings)).Where(f => f.Text("measure") == "no-aged-debt" && f.Text("subject").StartsWith("INV", StringComparison.Ordinal)).ToList();
        Assert.Equal(10, kept.Count);
        Assert.All(kept, f => Assert.Equal(("unknown", "source_shrunk"), (f.Text("verdict"), f.Text("reason"))));
        Assert.Equal(10, (await tables.RowsAsync(TableNames.Ageing)).Sum(a => a.GetInt32("count")));
    }

    [Fact]
    public async Task A_shrunk_source_that_comes_whole_again_brings_its_findings_back_and_tells_nothing_of_accounts()
    {
        (FirmTables tables, SmallFirm firm) = await OnceRunAsync();
        List<Item> all = [.. firm.Invoices];
        firm.Invoices.RemoveRange(5, 5);
        await tables.RunAsync(firm);
        firm.Invoices.Clear();
        firm.Invoices.AddRange(all);

        await tables.RunAsync(firm);

        Assert.All(await tables.StatesAsync("no-aged-debt"), s => Assert.EndsWith("breached", s));
        Assert.Equal([$"{Names.Invoices} resolved kept"], await tables.StatesAsync("source-read"));
        Assert.Equal(10, (await tables.RowsAsync(TableNames.Findings)).Count(f => f.Text("verdict") == "breached"));
        Assert.DoesNotContain(await tables.RowsAsync(TableNames.Findings), f => f.Text("verdict") == "unknown");
    }

    [Fact]
    public async Task A_voided_invoice_resolves_its_alert_because_it_no_longer_applies()
    {
        (FirmTables tables, SmallFirm firm) = await OnceRunAsync();

        firm.Change("INV-3", i => i with { State = "void" });
        await tables.RunAsync(firm);

        Assert.Contains("INV-3~2026-09-01 resolved no longer applies", await tables.StatesAsync("no-aged-debt"));
        Assert.DoesNotContain(await tables.RowsAsync(TableNames.Findings), f => f.Text("subject") == "INV-3");
        Assert.Equal(["opened", "resolved"], await tables.ToldAsync("INV-3~2026-09-01"));
    }

    [Fact]
    public async Task An_invoice_that_has_lost_its_due_date_keeps_its_alert_until_it_has_one_again()
    {
        (FirmTables tables, SmallFirm firm) = await OnceRunAsync();
        Item whole = firm.Invoices[3];
        firm.Change("INV-3", i => i with { Days = [.. i.Days.Where(d => d.Name != ItemDay.Due)] });

        Assert.Empty((await tables.RunAsync(firm)).Told);

        Assert.Contains("INV-3~2026-09-01 breached", await tables.StatesAsync("no-aged-debt"));
        Assert.Equal(["unknown anchor_missing", "unknown anchor_missing"],
            (await tables.RowsAsync(TableNames.Findings)).Where(f => f.Text("subject") == "INV-3").Select(f => $"{f.Text("verdict")} {f.Text("reason")}"));
        firm.Change("INV-3", _ => whole);
        Assert.Empty((await tables.RunAsync(firm)).Told);
        Assert.Equal("2026-09-01 breached", Assert.Single((await tables.RowsAsync(TableNames.Findings)).Where(f => f.Text("subject") == "INV-3").Select(f => $"{f.Text("occasion")} {f.Text("verdict")}")));
    }

    [Fact]
    public async Task An_invoice_that_its_source_has_no_more_is_withdrawn()
    {
        (FirmTables tables, SmallFirm firm) = await OnceRunAsync();

        firm.Invoices.RemoveAt(3);
        await tables.RunAsync(firm);

        Assert.Contains("INV-3~2026-09-01 resolved withdrawn", await tables.StatesAsync("no-aged-debt"));
        Assert.Equal(9, (await tables.StatesAsync("no-aged-debt")).Count(s => s.EndsWith("breached", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("A1")]
    [InlineData(null)]
    public async Task An_invoice_whose_row_cannot_be_used_keeps_its_alert_whether_or_not_the_row_says_whose_it_is(string? account)
    {
        (FirmTables tables, SmallFirm firm) = await OnceRunAsync();
        SourceReading whole = firm.Read(Today, CancellationToken.None).Readings[Names.Invoices];

        firm.Invoices.RemoveAt(3);
        firm.Instead[Names.Invoices] = whole with
        {
            Hash = "another",
            Faults = [new(Names.Invoices, 5, "total", "line 5 has no total", true, new Named { Id = "INV-3", Account = account is null ? null : new(account) })],
        };
        await tables.RunAsync(firm);

        Assert.Contains("INV-3~2026-09-01 breached", await tables.StatesAsync("no-aged-debt"));
        Assert.Contains(await tables.RowsAsync(TableNames.Findings), f => f.Text("subject") == "INV-3" && f.Text("occasion") == "2026-09-01" && f.Text("reason") == "rows_quarantined");
    }

    [Fact]
    public async Task A_measure_that_the_policy_has_no_more_resolves_its_alerts_and_keeps_its_scores()
    {
        (FirmTables tables, SmallFirm firm) = await OnceRunAsync();

        firm.Policy = firm.Policy with { Measures = [SmallFirm.AccountLead, SmallFirm.ServiceReview] };
        await tables.RunAsync(firm);

        Assert.All(await tables.StatesAsync("no-aged-debt"), s => Assert.EndsWith("resolved no longer applies", s));
        Assert.DoesNotContain(await tables.RowsAsync(TableNames.Findings), f => f.Text("measure") == "no-aged-debt");
        Assert.Contains(await tables.RowsAsync(TableNames.Scores), f => f.Text("measure") == "no-aged-debt");
        Assert.Contains(await tables.RowsAsync(TableNames.Measures), f => f.Text("measure") == "no-aged-debt");
    }

    [Fact]
    public async Task An_account_that_the_register_has_no_more_is_cleared_once_and_stays_a_dimension()
    {
        (FirmTables tables, SmallFirm firm) = await OnceRunAsync();
        firm.Accounts.AddRange(Enumerable.Range(3, 8).Select(i => SmallFirm.Active($"A{i}")));
        await tables.RunAsync(firm);

        firm.Accounts.RemoveAll(a => a.Id.Value == "A1");
        await tables.RunAsync(firm);

        Assert.All(await tables.StatesAsync("no-aged-debt"), s => Assert.EndsWith("resolved withdrawn", s));
        Assert.DoesNotContain(await tables.RowsAsync(TableNames.Findings), f => f.Text("account") == "A1");
        Assert.DoesNotContain(await tables.RowsAsync(TableNames.Ageing), f => f.Text("account") == "A1");
        Assert.False((await tables.RowsAsync(TableNames.Accounts)).Single(a => a.Text("account") == "A1").GetBoolean("listed"));
        Assert.DoesNotContain(new AccountId("A1"), (await tables.RunAsync(firm)).Committed);
    }

    [Fact]
    public async Task What_another_run_writes_of_an_account_that_was_cleared_meanwhile_is_cleared_by_the_next()
    {
        (FirmTables tables, SmallFirm firm) = await OnceRunAsync();
        firm.Accounts.AddRange(Enumerable.Range(3, 8).Select(i => SmallFirm.Active($"A{i}")));
        await tables.RunAsync(firm);
        SmallFirm without = new SmallFirm { Accounts = [.. firm.Accounts.Skip(1)], Invoices = [.. firm.Invoices] }.InOrder(Today);
        firm.Invoices.Add(SmallFirm.Invoice("INV-NEW", new(2026, 9, 1)));
        int writes = 0;
        var wire = new Wire
        {
            Refuses = w =>
            {
                if (w.Body.Contains("INV-NEW", StringComparison.Ordinal) && Interlocked.Increment(ref writes) == 1)
                    tables.RunAsync(without).GetAwaiter().GetResult();
                return false;
            },
        };
        await tables.RunAsync(firm, wire);
        Assert.Contains("INV-NEW~2026-09-01 breached", await tables.StatesAsync("no-aged-debt"));

        await tables.RunAsync(without);

        Assert.All(await tables.StatesAsync("no-aged-debt"), s => Assert.Contains("resolved", s, StringComparison.Ordinal));
        Assert.DoesNotContain(await tables.RowsAsync(TableNames.Findings), f => f.Text("account") == "A1");
    }

    [Theory]
    [InlineData(Names.Invoices, "P9", $"firm.yaml names them for {Names.Invoices}")]
    [InlineData(Names.Roles, "ops", "firm.yaml names them for what nobody else answers for")]
    [InlineData(Names.Accounts, "ops", "firm.yaml names them for what nobody else answers for")]
    public async Task An_alert_about_a_source_goes_to_its_owner_and_else_to_operations(string source, string owner, string because)
    {
        (FirmTables tables, SmallFirm firm) = await OnceRunAsync();
        firm.Policy = firm.Policy with { Operations = "ops", SourceOwners = new Dictionary<string, string> { [Names.Invoices] = "P9" } };

        firm.Instead[source] = new(source, ReadingState.Missing) { Why = "it is not there" };
        await tables.RunAsync(firm);

        var alert = (await tables.AlertsAsync()).Single(a => a.Text("measure") == "source-read");
        Assert.Equal((source, owner, because), (alert.Text("key"), alert.Text("owner"), alert.Text("ownerbecause")));
    }

    [Theory]
    [InlineData(ReadingState.Missing)]
    [InlineData(ReadingState.Refused)]
    public async Task Without_a_register_nothing_of_an_account_is_touched(ReadingState state)
    {
        (FirmTables tables, SmallFirm firm) = await OnceRunAsync();
        string[] before = [.. (await tables.EverythingAsync()).Where(r => r.Contains("account=A", StringComparison.Ordinal))];

        firm.Instead[Names.Accounts] = new(Names.Accounts, state) { Why = "accounts.csv cannot be used" };
        firm.Accounts.Clear();
        var result = await tables.RunAsync(firm);

        Assert.Equal("accounts.csv cannot be used", result.Error);
        Assert.Equal(before, (await tables.EverythingAsync()).Where(r => r.Contains("account=A", StringComparison.Ordinal)));
        Assert.Equal([$"{Names.Accounts} breached"], await tables.StatesAsync("source-read"));
        Assert.Equal("accounts.csv cannot be used", (await tables.RowsAsync(TableNames.Runs)).Single(r => r.Text("state") == "failed").Text("error"));
    }
}
