using Azure.Data.Tables;
using Plumbline.Functions.Tables;
using Plumbline.Local.Running;
using Plumbline.Local.Tests.Host;

namespace Plumbline.Local.Tests.Running;

public sealed class FirstRunTests
{
    private static readonly FirstRunLimits None = new() { ToBegin = TimeSpan.Zero, ToEnd = TimeSpan.Zero };

    private readonly Queue<(int Status, string Body)> answers = new();
    private readonly TaskCompletionSource failed = new();

    [Fact]
    public async Task Functions_that_take_no_order_are_told_at_once()
    {
        answers.Enqueue((404, ""));
        Assert.Equal("the functions did not take the order for a run: POST /api/runs answered 404.", await FailureAsync(new()));
    }

    [Fact]
    public async Task Functions_that_never_become_available_are_told_after_the_limit()
    {
        answers.Enqueue((503, ""));
        Assert.Equal(
            "the functions did not take the order for a run within 0 seconds: POST /api/runs answered 503.", await FailureAsync(None));
    }

    [Fact]
    public async Task An_order_is_given_again_while_the_worker_is_restarted()
    {
        answers.Enqueue((503, ""));
        answers.Enqueue((502, ""));
        answers.Enqueue((202, """{"run":"r1"}"""));
        Assert.Null(await MakeAsync(new(), Row("finished")));
    }

    [Fact]
    public async Task A_run_that_no_function_takes_from_its_queue_is_told_after_the_limit()
    {
        answers.Enqueue((202, """{"run":"r1"}"""));
        Assert.Equal(
            "no function took the run from its queue within 0 seconds; see the functions' output above.", await FailureAsync(None));
    }

    [Fact]
    public async Task A_run_that_does_not_end_is_told_after_the_limit()
    {
        answers.Enqueue((202, """{"run":"r1"}"""));
        Assert.Equal(
            "the run began and did not end within 0 seconds; see the functions' output above.", await FailureAsync(None, Row("started")));
    }

    [Fact]
    public async Task A_run_that_ended_with_an_error_says_so()
    {
        answers.Enqueue((202, """{"run":"r1"}"""));
        TableEntity row = Row("failed");
        row["error"] = "exports_unreadable";
        Assert.Equal("the run ended with exports_unreadable; its row in 'runs' says more", await MakeAsync(new(), row));
    }

    [Fact]
    public async Task Functions_that_ended_for_good_end_the_wait()
    {
        answers.Enqueue((202, """{"run":"r1"}"""));
        failed.SetException(new InvalidOperationException("ended for good"));
        Assert.Equal("ended for good", (await Assert.ThrowsAsync<InvalidOperationException>(() => MakeAsync(new()))).Message);
    }

    private static TableEntity Row(string state) => new("p", "k") { ["run"] = "r1", ["state"] = state };

    private async Task<string> FailureAsync(FirstRunLimits limits, TableEntity? row = null) =>
        (await Assert.ThrowsAsync<FirstRunException>(() => MakeAsync(limits, row))).Message;

    private async Task<string?> MakeAsync(FirstRunLimits limits, TableEntity? row = null)
    {
        var tables = new TableSet(new TableServiceClient(await AzuriteFixture.ConnectionStringAsync()), TestApp.NewPrefix());
        await tables[TableNames.Runs].CreateAsync();
        if (row is not null)
            await tables[TableNames.Runs].AddEntityAsync(row);
        await using Functions functions = await Functions.StartAsync(answers);
        var first = new FirstRun(functions.Address, "key", tables, failed.Task, limits);
        return await first.MakeAsync(CancellationToken.None).WaitAsync(Patience.Limit);
    }
}
