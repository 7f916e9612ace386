using System.Net;
using System.Text;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Tests.Runs;
using Plumbline.Local.Bus;

namespace Plumbline.Functions.Tests.Triggers;

public sealed class StartRunTests(TablesOfTheApp tables) : IClassFixture<TablesOfTheApp>
{
    private const int LongestBody = 32 * 1024;

    [Theory]
    [InlineData("", "")]
    [InlineData("{}", "")]
    [InlineData("""{"accounts":[]}""", "")]
    [InlineData("""{"accounts":["A1","A 2"]}""", "A1,A 2")]
    public async Task A_run_is_opened_sent_and_made_for_the_accounts_asked_for(string body, string accounts)
    {
        var made = new TaskCompletionSource<RunRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RunningApp app = await tables.AppAsync((request, _) => Note(made, request));
        HttpResponseMessage response = await app.Client.PostAsync("/api/runs", new StringContent(body));
        RunRequest run = await made.Task;
        Assert.Equal((accounts, "request"), (string.Join(',', run.Accounts), run.Because));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal($$"""{"run":"{{run.Run}}"}""", await response.Content.ReadAsStringAsync());
        TableEntity row = Assert.Single(await tables.RunsAsync(), r => r.GetString("run") == run.Run);
        Assert.Equal(("opened", accounts.Length == 0 ? "all" : "A1 A 2"), (row.GetString("state"), row.GetString("accounts")));
    }

    [Fact]
    public async Task A_run_that_could_not_be_sent_is_refused_and_the_ledger_says_so()
    {
        using FirmBus bus = FirmBus.Open($"t{Guid.NewGuid():N}", TimeProvider.System);
        bus.Broker.Interceptor = call => call.Operation == BusOperation.Send ? throw new ServiceBusException("busy", ServiceBusFailureReason.ServiceBusy) : Task.CompletedTask;
        await using RunningApp app = await tables.AppAsync((_, _) => throw new InvalidOperationException("it ran"), bus);
        await Problem.AssertAsync(await app.Client.PostAsync("/api/runs", null), HttpStatusCode.ServiceUnavailable, "bus_unavailable");
        Assert.Contains(await tables.RunsAsync(), r => r.GetString("state") == "failed" && r.GetString("error") == nameof(ServiceBusException));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("nonsense")]
    [InlineData("""{"accounts":"A1"}""")]
    [InlineData("""{"accounts":[null]}""")]
    [InlineData("""{"accounts":[" "]}""")]
    [InlineData("""{"account":["A1"]}""")]
    [InlineData("""{"accounts":["A1"],"accounts":["A2"]}""")]
    public async Task A_body_that_is_none_is_refused_and_nothing_runs(string body)
    {
        using FirmBus bus = FirmBus.Open($"t{Guid.NewGuid():N}", TimeProvider.System);
        int sent = 0;
        bus.Broker.Interceptor = call => Task.FromResult(call.Operation == BusOperation.Send ? Interlocked.Increment(ref sent) : 0);
        await using RunningApp app = await tables.AppAsync((_, _) => throw new InvalidOperationException("it ran"), bus);
        await Problem.AssertAsync(await app.Client.PostAsync("/api/runs", new StringContent(body)), HttpStatusCode.BadRequest, "wrong_body");
        Assert.Equal(0, sent);
    }

    [Fact]
    public async Task The_longest_body_that_is_taken_makes_a_run_whatever_it_holds()
    {
        var made = new TaskCompletionSource<RunRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using RunningApp app = await tables.AppAsync((request, _) => Note(made, request));
        string account = new('+', LongestBody - """{"accounts":[""]}""".Length);
        Assert.Equal(HttpStatusCode.Accepted, (await app.Client.PostAsync("/api/runs", new StringContent($$"""{"accounts":["{{account}}"]}"""))).StatusCode);
        Assert.Equal(account, Assert.Single((await made.Task).Accounts));
    }

    [Theory]
    [InlineData(LongestBody + 1)]
    [InlineData(60_000)]
    public async Task A_body_longer_than_32_KB_is_refused(int length)
    {
        await using RunningApp app = await tables.AppAsync((_, _) => throw new InvalidOperationException("it ran"));
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"accounts":["{{new string('+', length - 17)}}"]}"""));
        await Problem.AssertAsync(await app.Client.PostAsync("/api/runs", body), HttpStatusCode.RequestEntityTooLarge, "body_too_large");
    }

    private static Task<RunResult> Note(TaskCompletionSource<RunRequest> made, RunRequest request)
    {
        made.TrySetResult(request);
        return Task.FromResult(new RunResult(request.Run, [], [], [], null));
    }
}
