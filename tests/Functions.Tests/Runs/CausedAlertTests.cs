using System.Text;
using Azure.Data.Tables;
using NodaTime;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Sources;
using Plumbline.Ingest.Csv;
using Plumbline.Ingest.Exports;
using Plumbline.Ingest.Policies;
using Plumbline.Ingest.Tests.Policies;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>October is not invoiced because two timesheets of it are not approved; one of November waits for nothing.</summary>
public sealed class CausedAlertTests
{
    private const string Open = "2026-10-28,P1,E1,8,yes,800,GBP,\n2026-10-28,P2,E1,8,yes,800,GBP,\n2026-11-04,P1,E1,8,yes,800,GBP,2026-11-06\n";

    private static readonly Policy Policy = Chain(PolicyFiles.Read(PolicyFolder.Shipped).Policy ?? throw new InvalidOperationException("the policy has faults"));

    private static Policy Chain(Policy all) => all with { Measures = [.. all.Measures.Where(m => m.Id is "timesheets-approved" or "invoice-raised")], MayBeEmpty = ["invoices.csv"] };

    private static ReadSources Files(string time) => (today, _) => Task.FromResult(PlainFiles.Read(
        [
            File("accounts.csv", "account_id,name,status,ended_on\nA1,One,active,\n", today), File("engagements.csv", "engagement_id,account_id,name,status\nE1,A1,First,active\n", today),
            File("invoices.csv", "invoice_number,account_id,engagement_id,period,raised_on,due_on,total,net,outstanding,currency,status,paid_on\n", today),
            File("time.csv", $"entry_date,person_id,engagement_id,hours,billable,value,currency,approved_on\n{time}", today),
        ], today, () => KnownWords.Common, null, 1 << 20, 1, default));

    private static PlainFile File(string name, string text, LocalDate today) => new(name, today, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static Task<RunResult> RunAsync(FirmTables tables, string time) =>
        tables.Host(Files(time), Policy, null).RunAsync(tables.Request(), CancellationToken.None);

    private static async Task<TableEntity> AlertAsync(FirmTables tables, string measure) => (await tables.AlertsAsync()).Single(a => a.Text("measure") == measure);

    [Fact]
    public async Task An_alert_that_waits_for_another_is_folded_under_it_which_tells_the_money_that_waits()
    {
        FirmTables tables = await FirmTables.CreateAsync();

        Assert.Equal<TransitionKind>([TransitionKind.Opened, TransitionKind.Opened], (await RunAsync(tables, Open)).Told);

        TableEntity effect = await AlertAsync(tables, "invoice-raised"), cause = await AlertAsync(tables, "timesheets-approved");
        Assert.Equal((cause.Text("fingerprint"), ""), (effect.Text("cause"), cause.Text("cause")));
        Assert.Contains("late because 2 timesheets are not approved, due since 3 November 2026.", effect.Text("message"), StringComparison.Ordinal);
        Assert.EndsWith(" £1,600.00 waits behind it.", cause.Text("message"), StringComparison.Ordinal);
        Assert.Equal((1, """[{"minor":160000,"currency":"GBP"}]"""), (cause.GetInt32("behind"), cause.Text("moneybehind")));
        var told = (await tables.Bus.ToldAsync()).ToDictionary(m => (string)m.ApplicationProperties["measure"]);
        Assert.Equal(("", cause.Text("fingerprint")), (told["timesheets-approved"].ApplicationProperties["cause"], told["invoice-raised"].ApplicationProperties["cause"]));
        Assert.Contains("waits behind it", told["timesheets-approved"].Body.ToString(), StringComparison.Ordinal);
        Assert.Empty((await RunAsync(tables, Open)).Told);
    }

    [Fact]
    public async Task What_waited_stays_open_when_its_cause_resolves_and_tells_nothing_twice()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        await RunAsync(tables, Open);

        Assert.Equal<TransitionKind>([TransitionKind.Resolved], (await RunAsync(tables, Open.Replace("GBP,\n", "GBP,2026-11-20\n", StringComparison.Ordinal))).Told);

        TableEntity effect = await AlertAsync(tables, "invoice-raised");
        Assert.Equal(("breached", "", "2026-11-04"), (effect.Text("state"), effect.Text("cause"), effect.Text("due")));
        Assert.DoesNotContain("because", effect.Text("message"), StringComparison.Ordinal);
        Assert.Equal("resolved", (await AlertAsync(tables, "timesheets-approved")).Text("state"));
    }
}
