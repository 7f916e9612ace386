using System.Collections.Concurrent;
using System.Diagnostics;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Results;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Tests.Runs;
using Plumbline.Functions.Triggers;
using Plumbline.Local.Bus;

namespace Plumbline.Functions.Tests.Telemetry;

/// <summary>What a run tells of itself: its figures and its trace.</summary>
public sealed class RunTelemetryTests
{
    private static SmallFirm OneDebt() => new SmallFirm { Invoices = [SmallFirm.Invoice("INV-1", new(2026, 9, 1))] }.InOrder(new(2026, 11, 20));

    [Fact]
    public async Task A_run_records_its_duration_its_rows_its_findings_and_its_transitions()
    {
        await using FirmTables tables = await FirmTables.CreateAsync();
        using var measured = new Measurements(tables.Meter);
        await tables.Taking(OneDebt()).TakeAsync("""{"run":"r1","accounts":"all"}""", CancellationToken.None);

        Assert.StartsWith("plumbline.run.duration outcome=finished: ", Assert.Single(measured.Of("plumbline.run.duration")), StringComparison.Ordinal);
        Assert.Contains("plumbline.run.rows source=invoices.csv: 1", measured.Of("plumbline.run.rows"));
        Assert.Contains("plumbline.run.findings verdict=breached: 1", measured.Of("plumbline.run.findings"));
        Assert.Equal(["plumbline.alerts.transitions transition=opened: 1"], measured.Of("plumbline.alerts.transitions"));
    }

    [Fact]
    public async Task A_run_of_some_accounts_records_no_count_of_findings()
    {
        await using FirmTables tables = await FirmTables.CreateAsync();
        using var measured = new Measurements(tables.Meter);
        await tables.Taking(OneDebt()).TakeAsync("""{"run":"r1","accounts":["A1"]}""", CancellationToken.None);
        Assert.Empty(measured.Of("plumbline.run.findings"));
    }

    [Fact]
    public async Task A_run_that_fails_records_that_it_failed()
    {
        await using FirmTables tables = await FirmTables.CreateAsync();
        using var measured = new Measurements(tables.Meter);
        var evaluations = new Evaluations((_, _) => throw new InvalidOperationException("broken"), new(tables.Meter), tables.Clock);
        await Assert.ThrowsAsync<InvalidOperationException>(() => evaluations.TakeAsync("""{"run":"r1","accounts":"all"}""", CancellationToken.None));
        Assert.StartsWith("plumbline.run.duration outcome=failed: ", Assert.Single(measured.Of("plumbline.run.duration")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_trace_leads_from_the_request_over_the_queue_to_the_message_on_the_topic()
    {
        await using FirmTables tables = await FirmTables.CreateAsync();
        using var asker = new Activity("asker");
        asker.SetIdFormat(ActivityIdFormat.W3C).Start();
        ConcurrentQueue<string> spans = [];
        using ActivityListener listener = Listening(asker.TraceId, spans);
        SmallFirm firm = OneDebt();
        await tables.Start(firm).StartAsync([], "request", CancellationToken.None);
        string message = (await tables.Queue().ReceiveMessageAsync()).Value.MessageText;
        asker.Stop();

        // The message is taken elsewhere: nothing but its text leads back to whoever asked.
        await Task.Run(() => tables.Taking(firm).TakeAsync(message, CancellationToken.None));

        Assert.Equal(["ask for a run", "read sources", "judge accounts", "commit accounts", "run"], spans);
        string traceParent = (string)Assert.Single(await tables.Bus.ToldAsync()).ApplicationProperties["traceparent"];
        Assert.Equal(asker.TraceId.ToHexString(), traceParent.Split('-')[1]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"00-nonsense\"")]
    public async Task A_trace_that_cannot_be_read_keeps_no_run_from_being_made(string traceParent)
    {
        await using FirmTables tables = await FirmTables.CreateAsync();
        await tables.Taking(OneDebt()).TakeAsync($$"""{"run":"r1","accounts":"all","traceparent":{{traceParent}}}""", CancellationToken.None);
        Assert.Single(await tables.TransitionsAsync());
    }

    [Fact]
    public async Task The_relay_records_how_old_the_oldest_unsent_transition_is_even_where_it_cannot_send_it()
    {
        await using FirmTables tables = await FirmTables.CreateAsync();
        tables.Bus.Refuse(BusError.Timeout);
        await tables.RunAsync(OneDebt());
        tables.Clock.Jump(TimeSpan.FromMinutes(7));
        using var measured = new Measurements(tables.Meter);
        Relay relay = tables.Relay();
        await Assert.ThrowsAnyAsync<Exception>(() => relay.SendAsync(CancellationToken.None));
        tables.Bus.Refuse(null);
        await relay.SendAsync(CancellationToken.None);
        await relay.SendAsync(CancellationToken.None);
        Assert.Equal(["plumbline.outbox.age: 0", "plumbline.outbox.age: 420", "plumbline.outbox.age: 420"], measured.Of("plumbline.outbox.age"));
    }

    [Fact]
    public async Task Operations_are_told_the_age_of_the_newest_run_the_poison_messages_and_the_balance()
    {
        await using FirmTables tables = await FirmTables.CreateAsync();
        await tables.RunAsync(OneDebt());
        await tables.DeleteAsync(Functions.Tables.TableNames.Transitions, _ => true);
        tables.Clock.Jump(TimeSpan.FromMinutes(90));
        using var measured = new Measurements(tables.Meter);
        await tables.Operations().MeasureAsync(CancellationToken.None);
        Assert.Equal(["plumbline.run.age: 5400"], measured.Of("plumbline.run.age"));
        Assert.Equal(["plumbline.poison.messages: 0"], measured.Of("plumbline.poison.messages"));
        Assert.Equal(["plumbline.alerts.unbalanced: 1"], measured.Of("plumbline.alerts.unbalanced"));
    }

    /// <summary>Notes the spans of one trace as they end; no other trace is listened to.</summary>
    private static ActivityListener Listening(ActivityTraceId trace, ConcurrentQueue<string> spans)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Plumbline",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => options.TraceId == trace ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = span => spans.Enqueue(span.OperationName),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
