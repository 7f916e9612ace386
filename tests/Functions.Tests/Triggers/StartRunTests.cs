using System.Net;
using System.Text;
using Plumbline.Domain.Alerts;
using Plumbline.Functions.Runs;

namespace Plumbline.Functions.Tests.Triggers;

public sealed class StartRunTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("{}", "")]
    [InlineData("""{"accounts":[]}""", "")]
    [InlineData("""{"accounts":["A1","A 2"]}""", "A1,A 2")]
    public async Task A_run_is_made_for_the_accounts_asked_for_and_its_result_is_answered(string body, string accounts)
    {
        var asked = new List<RunRequest>();
        await using RunningApp app = await RunningApp.StartAsync((request, _) => Note(asked, request));
        HttpResponseMessage response = await app.Client.PostAsync("/api/runs", new StringContent(body));
        RunRequest run = Assert.Single(asked);
        Assert.Equal((accounts, "request"), (string.Join(',', run.Accounts), run.Because));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($$"""{"run":"{{run.Run}}","committed":2,"left":["A3"],"told":{"opened":2,"resolved":1},"error":null}""", await response.Content.ReadAsStringAsync());
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
        var asked = new List<RunRequest>();
        await using RunningApp app = await RunningApp.StartAsync((request, _) => Note(asked, request));
        await Problem.AssertAsync(await app.Client.PostAsync("/api/runs", new StringContent(body)), HttpStatusCode.BadRequest, "wrong_body");
        Assert.Empty(asked);
    }

    [Fact]
    public async Task A_body_longer_than_64_KB_is_refused()
    {
        await using RunningApp app = await RunningApp.StartAsync((_, _) => throw new InvalidOperationException("it ran"));
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(new string(' ', (64 * 1024) + 1)));
        await Problem.AssertAsync(await app.Client.PostAsync("/api/runs", body), HttpStatusCode.RequestEntityTooLarge, "body_too_large");
    }

    private static Task<RunResult> Note(List<RunRequest> asked, RunRequest request)
    {
        asked.Add(request);
        return Task.FromResult(new RunResult(request.Run, [new("A1"), new("A2")], [new("A3")], [TransitionKind.Opened, TransitionKind.Resolved, TransitionKind.Opened], null));
    }
}
