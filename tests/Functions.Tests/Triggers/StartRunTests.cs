using System.Net;
using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Triggers;

namespace Plumbline.Functions.Tests.Triggers;

public sealed class StartRunTests(TablesOfTheApp tables) : IClassFixture<TablesOfTheApp>
{
    private const int LongestBody = 16 * 1024;

    private readonly string _queue = TablesOfTheApp.NewQueue();

    [Theory]
    [InlineData("", "")]
    [InlineData("{}", "")]
    [InlineData("""{"accounts":[]}""", "")]
    [InlineData("""{"accounts":["A1","A 2"]}""", "A1,A 2")]
    public async Task A_run_is_opened_sent_and_made_for_the_accounts_asked_for(string body, string accounts)
    {
        await tables.WriteAsync("accounts", new TableEntity("all", "A1"), new TableEntity("all", "A!202"));
        await using ServedApp app = await AppAsync();
        HttpResponseMessage response = await app.Client.PostAsync("/api/runs", new StringContent(body));
        RunRequest run = await MadeAsync();
        Assert.Equal((accounts, "request"), (string.Join(',', run.Accounts), run.Because));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal($$"""{"run":"{{run.Run}}"}""", await response.Content.ReadAsStringAsync());
        TableEntity row = Assert.Single(await tables.RunsAsync(), r => r.GetString("run") == run.Run);
        Assert.Equal(("opened", accounts.Length == 0 ? "all" : "A1 A 2"), (row.GetString("state"), row.GetString("accounts")));
    }

    [Fact]
    public async Task A_run_that_could_not_be_sent_is_refused_and_the_run_log_says_so()
    {
        var away = new QueuedWork(new("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=c2VjcmV0;QueueEndpoint=http://127.0.0.1:1/a", Impatient), _queue);
        await using ServedApp app = await tables.AppAsync(services => services.AddSingleton(away));
        await Problem.AssertAsync(await app.Client.PostAsync("/api/runs", null), HttpStatusCode.ServiceUnavailable, "queue_unavailable");
        Assert.Contains(await tables.RunsAsync(), r => r.GetString("state") == "failed" && r.GetString("error") == nameof(QueueException));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("nonsense")]
    [InlineData("""{"accounts":"A1"}""")]
    [InlineData("""{"accounts":[null]}""")]
    [InlineData("""{"accounts":[" "]}""")]
    [InlineData("""{"account":["A1"]}""")]
    [InlineData("""{"accounts":["A1"],"accounts":["A2"]}""")]
    [InlineData("""{"accounts":["\ud800"]}""")]
    public async Task A_body_that_is_none_is_refused_and_nothing_is_sent(string body)
    {
        await using ServedApp app = await AppAsync();
        await Problem.AssertAsync(await app.Client.PostAsync("/api/runs", new StringContent(body)), HttpStatusCode.BadRequest, "wrong_body");
        Assert.False(await tables.Queue(_queue).ExistsAsync());
    }

    [Theory]
    [InlineData('+')]
    [InlineData('"')]
    public async Task The_longest_body_that_is_taken_makes_a_run_whatever_it_holds(char character)
    {
        await using ServedApp app = await AppAsync();
        string written = new(character, LongestBody - """{"accounts":[""]}""".Length);
        if (character == '"')
            written = string.Concat(Enumerable.Repeat("\\\"", written.Length / 2));
        await tables.WriteAsync("accounts", new TableEntity("all", Keys.Escape(written.Replace("\\", "", StringComparison.Ordinal))));
        Assert.Equal(HttpStatusCode.Accepted, (await app.Client.PostAsync("/api/runs", new StringContent($$"""{"accounts":["{{written}}"]}"""))).StatusCode);
        Assert.Equal(written.Replace("\\", "", StringComparison.Ordinal), Assert.Single((await MadeAsync()).Accounts));
    }

    [Theory]
    [InlineData(LongestBody + 1)]
    [InlineData(60_000)]
    public async Task A_body_longer_than_16_KB_is_refused(int length)
    {
        await using ServedApp app = await AppAsync();
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"accounts":["{{new string('+', length - 17)}}"]}"""));
        await Problem.AssertAsync(await app.Client.PostAsync("/api/runs", body), HttpStatusCode.RequestEntityTooLarge, "body_too_large");
        Assert.False(await tables.Queue(_queue).ExistsAsync());
    }

    private static QueueClientOptions Impatient
    {
        get
        {
            var options = new QueueClientOptions();
            options.Retry.MaxRetries = 0;
            return options;
        }
    }

    private Task<ServedApp> AppAsync() => tables.AppAsync(services => services.AddSingleton(tables.Work(_queue)));

    /// <summary>The run that the function behind the queue makes of the message that was sent.</summary>
    private async Task<RunRequest> MadeAsync()
    {
        RunRequest? made = null;
        var evaluate = new Evaluate(new Evaluations((request, _) => Task.FromResult(new RunResult((made = request).Run, [], [], [], null)), new(new("Plumbline")), TimeProvider.System));
        await evaluate.Take((await tables.Queue(_queue).ReceiveMessageAsync()).Value.MessageText, CancellationToken.None);
        return made!;
    }
}
