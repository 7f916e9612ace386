using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using NodaTime;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Triggers;

namespace Plumbline.Functions.Tests.Runs;

/// <summary>
/// What is no longer needed goes, on 20 November 2026: the look-back begins on 20 November 2025, and what is kept for 13 months on
/// 20 October 2025.
/// </summary>
public sealed class TidyingTests
{
    private const string Outside = "2025-11-19";
    private const string Inside = "2025-11-20";

    private static readonly Measure Obligation =
        SmallFirm.AgedDebt with { Id = "obligation", Title = "Obligations", AlertPer = AlertPer.Occasion };

    private static readonly Policy Policy =
        new([SmallFirm.AgedDebt, SmallFirm.AccountLead, SmallFirm.ServiceReview, Obligation], SmallFirm.Clock, "policy-1");

    [Fact]
    public async Task Runs_go_after_13_months_with_the_month_in_which_they_were_opened()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        foreach (string at in (string[])["2024-02-01", "2025-09-30", "2025-10-01", "2025-10-20", "2026-11-20"])
            await tables.WriteAsync(TableNames.Runs, RunRow.Of(new($"run of {at}", "timer", [], At(at), "hash")));

        await TidyAsync(tables);

        Assert.Equal(
            ["run of 2025-10-01", "run of 2025-10-20", "run of 2026-11-20"],
            (await tables.RowsAsync(TableNames.Runs)).Select(r => r.Text("run")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("the last accepted reading stays however old it is", "2024-01-01 read, 2024-02-01 read", "2")]
    [InlineData("with those that came after it", "2024-01-01 read, 2024-02-01 read, 2024-03-01 shrunk, 2024-04-01 refused", "2 3 4")]
    [InlineData("younger ones stay, accepted or not", "2024-01-01 read, 2025-10-20 refused, 2025-10-21 read, 2026-11-01 read", "2 3 4")]
    [InlineData("an older one goes on the day after 13 months", "2025-10-19 read, 2025-10-20 read, 2026-11-01 read", "2 3")]
    public async Task Readings_go_after_13_months_but(string what, string readings, string kept)
    {
        FirmTables tables = await FirmTables.CreateAsync();
        string[] all = readings.Split(", ");
        for (int i = 0; i < all.Length; i++)
        {
            string[] said = all[i].Split(' ');
            ReadingState state = said[1] switch { "read" => ReadingState.Read, "refused" => ReadingState.Refused, _ => ReadingState.Shrunk };
            await tables.WriteAsync(TableNames.Sources, SourceRow.Of(new("time.csv", state), i + 1, At(said[0]), Day(said[0])));
        }
        await tables.WriteAsync(TableNames.Sources, SourceRow.Of(new("invoices.csv", ReadingState.Read), 1, At("2020-01-01"), Day("2020-01-01")));

        await TidyAsync(tables);

        List<TableEntity> rows = await tables.RowsAsync(TableNames.Sources);
        Assert.True(kept == string.Join(' ', rows.Where(r => r.Text("source") == "time.csv").Select(r => r.GetInt32("number")).Order()), what);
        Assert.Single(rows, r => r.Text("source") == "invoices.csv");
    }

    [Fact]
    public async Task Observations_from_before_the_look_back_go()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        foreach (string day in (string[])[Outside, Inside])
            await tables.WriteAsync(TableNames.Observations, ObservationRow.Of("calendars", Meeting(day)));
        await tables.WriteAsync(TableNames.Observations,
            ObservationRow.Of("calendars", new PersonId("P1"), new YearMonth(2025, 10)),
            ObservationRow.Of("calendars", new PersonId("P2"), new YearMonth(2025, 11)));

        await TidyAsync(tables);

        Assert.Equal(
            ["P2", $"meeting of {Inside}"],
            (await tables.RowsAsync(TableNames.Observations)).Select(r => r.Text("person") + r.Text("item")).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("no-aged-debt", AlertState.Resolved, Outside, Outside, true)]
    [InlineData("obligation", AlertState.Resolved, Outside, Outside, true)]
    [InlineData("service-review", AlertState.Resolved, Outside, Outside, false)] // Its key is the subject: it comes back, and its sequence goes on.
    [InlineData("one-account-lead", AlertState.Resolved, Outside, Outside, false)]
    [InlineData("a measure of an older policy", AlertState.Resolved, Outside, Outside, false)]
    [InlineData("no-aged-debt", AlertState.Resolved, Inside, Outside, false)]
    [InlineData("no-aged-debt", AlertState.Resolved, Outside, Inside, false)]
    [InlineData("no-aged-debt", AlertState.Resolved, Outside, null, true)]
    [InlineData("no-aged-debt", AlertState.Breached, Outside, Outside, false)]
    [InlineData("no-aged-debt", AlertState.AtRisk, Outside, Outside, false)]
    public async Task An_alert_with_an_occasion_goes_when_both_its_due_day_and_its_end_lie_before_the_look_back(
        string measure, AlertState state, string changed, string? due, bool goes)
    {
        FirmTables tables = await FirmTables.CreateAsync();
        Alert alert = Alert(measure, "INV-1", state, changed, due);
        await tables.WriteAsync(TableNames.Accounts, AccountRow.Of(SmallFirm.Active("A1"), null));
        await tables.WriteAsync(TableNames.Alerts, AlertRow.Of(alert), OutboxRow.Of(alert, TransitionKind.Resolved));

        await TidyAsync(tables);

        Assert.Equal(goes ? 0 : 1, (await tables.AlertsAsync()).Count);
        Assert.Single(await tables.OutboxAsync());
    }

    [Fact]
    public async Task An_alert_that_a_run_writes_to_meanwhile_is_left_alone_and_others_go_all_the_same()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        Alert old = Alert("no-aged-debt", "INV-1", AlertState.Resolved, Outside, Outside);
        foreach (string account in (string[])["A1", "A2"])
        {
            await tables.WriteAsync(TableNames.Accounts, AccountRow.Of(SmallFirm.Active(account), null));
            await tables.WriteAsync(TableNames.Alerts, AlertRow.Of(old with { Account = new(account) }));
        }
        var wire = new Wire
        {
            Meanwhile = asked => asked.Names(TableNames.Alerts) && asked.Url.Contains("A1", StringComparison.Ordinal)
                ? tables.WriteAsync(TableNames.Alerts, AlertRow.Of(old with { State = AlertState.Breached })) : Task.CompletedTask,
        };

        await TidyAsync(tables, wire);

        TableEntity left = Assert.Single(await tables.AlertsAsync());
        Assert.Equal(("A1", "breached"), (left.Text("account"), left.Text("state")));
    }

    [Fact]
    public async Task More_than_a_transaction_holds_goes_as_well()
    {
        FirmTables tables = await FirmTables.CreateAsync();
        await tables.WriteAsync(TableNames.Accounts, AccountRow.Of(SmallFirm.Active("A1"), null));
        foreach (int[] some in Enumerable.Range(0, 250).Chunk(100))
        {
            Alert[] alerts = [.. some.Select(i => Alert("no-aged-debt", $"INV-{i}", AlertState.Resolved, Outside, Outside))];
            await tables.WriteAsync(TableNames.Alerts, [.. alerts.Select(AlertRow.Of)]);
            await tables.WriteAsync(TableNames.Runs, [.. some.Select(i => RunRow.Of(new($"run {i}", "timer", [], At("2024-02-01"), "hash")))]);
        }

        await TidyAsync(tables);

        Assert.Empty(await tables.AlertsAsync());
        Assert.Empty(await tables.RowsAsync(TableNames.Runs));
    }

    [Fact]
    public async Task Where_nothing_was_ever_stored_there_is_nothing_to_tidy() => await TidyAsync(await FirmTables.CreateAsync(isEmpty: true));

    [Theory]
    [InlineData("2026-11-20T00:00:00Z", "2026-11-19T23:55:00Z", true)]
    [InlineData("2026-11-20T00:05:00Z", "2026-11-20T00:00:00Z", false)]
    [InlineData("2026-11-20T09:00:00Z", "2026-11-19T09:00:00Z", true)]
    [InlineData("2026-11-20T23:55:00Z", "2026-11-20T00:00:00Z", false)]
    [InlineData("2026-06-20T00:30:00+01:00", "2026-06-19T23:25:00Z", false)] // Midnight is that of UTC, whatever the firm's clock shows.
    [InlineData("2026-11-20T00:04:59Z", null, true)]
    [InlineData("2026-11-20T00:05:00Z", null, false)]
    [InlineData("2026-11-20T12:00:00Z", null, false)]
    [InlineData("2026-11-20T00:04:59Z", "0001-01-01T00:00:00Z", true)]
    [InlineData("2026-11-20T12:00:00Z", "0001-01-01T00:00:00Z", false)]
    public void The_first_round_after_midnight_UTC_tidies(string now, string? before, bool isDue) => Assert.Equal(isDue, Tidying.IsDue(
        DateTimeOffset.Parse(now, null), before is null ? null : DateTimeOffset.Parse(before, null).UtcDateTime, TimeSpan.FromMinutes(5)));

    [Theory]
    [InlineData("2026-11-19T23:55:00Z", 0)]
    [InlineData("2026-11-20T08:55:00Z", 1)]
    public async Task The_relays_timer_tidies_in_the_first_round_of_a_day_only(string before, int left)
    {
        FirmTables tables = await FirmTables.CreateAsync();
        await tables.WriteAsync(TableNames.Runs, RunRow.Of(new("old", "timer", [], At("2024-02-01"), "hash")));
        var timer = new TimerInfo { ScheduleStatus = new ScheduleStatus { Last = DateTimeOffset.Parse(before, null).UtcDateTime } };

        await new RelayOutbox(tables.Operations(), tables.Relay(), Open(tables), tables.Clock).ByTimer(timer, CancellationToken.None);

        Assert.Equal(left, (await tables.RowsAsync(TableNames.Runs)).Count);
    }

    private static Task TidyAsync(FirmTables tables, Wire? wire = null) => Open(tables, wire).TidyAsync(CancellationToken.None);

    private static Tidying Open(FirmTables tables, Wire? wire = null) =>
        new(tables.Open(wire?.Options ?? TablesSettings.Options()), Policy, tables.Clock);

    private static Activity Meeting(string day) => new($"meeting of {day}", "service review", Day(day), Rung.Held, []);

    private static Alert Alert(string measure, string key, AlertState state, string changed, string? due) => new(measure, new("A1"), key, state,
        new("Title", Severity.High, "Message", null, due is null ? null : Day(due), 0, FailingRows.None, [], null), At("2025-01-01"), At(changed), 2);

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    private static Instant At(string day) => Day(day).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
}
