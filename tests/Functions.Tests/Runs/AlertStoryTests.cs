using NodaTime;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Tests.Runs;

public sealed class AlertStoryTests
{
    private static readonly LocalDate Today = new(2026, 11, 20);
    private const string Key = "INV-1~2026-10-25";

    // Due on 25 October, so that 30 days are over at the end of 24 November, and the warning begins on the 17th.
    private static SmallFirm OneInvoice() => new SmallFirm { Invoices = [SmallFirm.Invoice("INV-1", new(2026, 10, 25))] }.InOrder(Today);

    [Fact]
    public async Task An_alert_opens_worsens_resolves_and_reopens_as_the_days_go_by()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = OneInvoice();

        Assert.Equal<TransitionKind>([TransitionKind.Opened], (await tables.RunAsync(firm)).Told);
        Assert.Equal([$"{Key} at risk"], await tables.StatesAsync("no-aged-debt"));
        Assert.Empty((await tables.RunOnAsync(Today.PlusDays(1), firm)).Told);
        firm.Reviews.AddRange([SmallFirm.Review("A1", new(2026, 12, 1)), SmallFirm.Review("A2", new(2026, 12, 1))]);
        Assert.Equal<TransitionKind>([TransitionKind.Worsened], (await tables.RunOnAsync(new(2026, 11, 25), firm)).Told);
        Item unpaid = firm.Invoices[0];
        firm.Change("INV-1", i => i with { State = "paid", Outstanding = 0, Days = [.. i.Days, (ItemDay.Paid, new LocalDate(2026, 11, 26))] });
        Assert.Equal<TransitionKind>([TransitionKind.Resolved], (await tables.RunOnAsync(new(2026, 11, 27), firm)).Told);
        Assert.Equal([$"{Key} resolved kept"], await tables.StatesAsync("no-aged-debt"));
        firm.Change("INV-1", _ => unpaid);
        Assert.Equal<TransitionKind>([TransitionKind.Reopened], (await tables.RunOnAsync(new(2026, 11, 28), firm)).Told);

        Assert.Equal(["opened", "worsened", "resolved", "reopened"], await tables.ToldAsync(Key));
        Assert.Equal([$"{Key} breached"], await tables.StatesAsync("no-aged-debt"));
        Assert.Equal(4, (await tables.AlertsAsync()).Single(a => a.Text("key") == Key).GetInt32("sequence"));
    }

    [Fact]
    public async Task An_alert_says_what_is_owed_and_who_answers_for_it()
    {
        FirmTables tables = await FirmTables.CreateAsync();

        await tables.RunAsync(OneInvoice());

        Alert alert = AlertRow.Read(Assert.Single(await tables.AlertsAsync()));
        Assert.Equal((new Owner("P1", "account lead by the PSA"), new LocalDate(2026, 11, 24), 1), (alert.Content.Owner, alert.Content.Due, alert.Content.Open));
        Assert.Equal<Money>([new(120_00, "GBP")], alert.Content.AtStake);
        Assert.Equal<string>(["INV-1 2026-10-25"], alert.Content.Rows.Keys);
        Transition told = OutboxRow.Read(Assert.Single(await tables.TransitionsAsync()));
        Assert.Equal((alert.Fingerprint, 1, "opened", "at risk", alert.Content.Message), (told.Fingerprint, told.Sequence, told.Type, told.Verdict, told.Content.Message));
    }

    [Fact]
    public async Task A_changed_amount_rewrites_the_alert_and_tells_nothing()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = OneInvoice();
        await tables.RunAsync(firm);

        firm.Change("INV-1", i => i with { Outstanding = 20_00 });

        Assert.Empty((await tables.RunAsync(firm)).Told);
        Assert.Equal(20_00, Assert.Single(await tables.AlertsAsync()).GetInt64("atstake"));
    }

    [Fact]
    public async Task Of_two_leads_the_one_who_began_last_and_then_the_first_by_id_owns_an_alert()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = OneInvoice();
        firm.Roles.Add(SmallFirm.Lead("A1", "P2"));
        await tables.RunAsync(firm);
        Assert.All(await tables.AlertsAsync(), a => Assert.Equal(("P1", "account lead by the PSA"), (a.Text("owner"), a.Text("ownerbecause"))));

        firm.Roles.Add(SmallFirm.Lead("A1", "P3") with { From = SmallFirm.Start.PlusDays(1) });
        await tables.RunAsync(firm);

        Assert.All(await tables.AlertsAsync(), a => Assert.Equal("P3", a.Text("owner")));
    }

    [Fact]
    public async Task An_account_with_more_alerts_than_a_transaction_takes_is_committed_whole()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        SmallFirm firm = new SmallFirm { Invoices = [.. Enumerable.Range(1, 130).Select(i => SmallFirm.Invoice($"INV-{i:D3}", new(2026, 9, 1)))] }.InOrder(Today);

        var wire = new Wire();

        Assert.Equal(130, (await tables.RunAsync(firm, wire)).Told.Length);

        string[] transactions = [.. wire.Requests.Where(r => r.Body.Contains("\"o~", StringComparison.Ordinal)).Select(r => r.Body)];
        Assert.Equal(3, transactions.Length);
        Assert.All(transactions, t => Assert.Equal(t.Split("\"RowKey\":\"a~").Length, t.Split("\"RowKey\":\"o~").Length));
        Assert.Equal(130, (await tables.AlertsAsync()).Count);
        Assert.Equal(130, (await tables.TransitionsAsync()).Count);
        Assert.Equal(130, (await tables.RowsAsync(TableNames.Findings)).Count(f => f.Text("verdict") == "breached"));
    }
}
