using System.Globalization;
using Azure.Storage.Queues;
using Google.Protobuf.WellKnownTypes;
using Plumbline.Local.Host;
using Plumbline.Local.Host.Http;
using Plumbline.Local.Host.Queues;
using Plumbline.Local.Host.Timers;
using Plumbline.Local.Host.Worker;
using Plumbline.Local.Host.Worker.Protocol;

namespace Plumbline.Local.Tests.Host;

public sealed class HostRuleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 7, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_worker_that_ended_long_ago_does_not_count_towards_giving_up()
    {
        var limit = new RestartLimit([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)]);
        Assert.Equal(TimeSpan.FromSeconds(1), limit.Next(Noon));
        Assert.Equal(TimeSpan.FromSeconds(2), limit.Next(Noon.AddSeconds(59)));
        Assert.Equal(TimeSpan.FromSeconds(2), limit.Next(Noon.AddSeconds(61)));
        Assert.Null(limit.Next(Noon.AddSeconds(62)));
    }

    [Theory]
    [InlineData("0 */5 * * * *", "2026-09-07T12:05:00Z")]
    [InlineData("30 0 12 * * *", "2026-09-07T12:00:30Z")]
    [InlineData("0 0 9 * * Mon", "2026-09-14T09:00:00Z")]
    public void A_schedule_has_seconds_and_is_in_UTC(string schedule, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), TimerSchedule.Parse("f", schedule).After(Noon));

    [Fact]
    public void An_exponential_retry_doubles_its_delay_up_to_its_longest()
    {
        var policy = new RetryPolicy(new RpcRetryOptions
        {
            MaxRetryCount = 4,
            RetryStrategy = RpcRetryOptions.Types.RetryStrategy.ExponentialBackoff,
            MinimumInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(2)),
            MaximumInterval = Duration.FromTimeSpan(TimeSpan.FromSeconds(7)),
        });
        Assert.Equal([2, 4, 7, 7], Enumerable.Range(1, 4).Select(retry => policy.Delay(retry).TotalSeconds));
        Assert.Equal((true, false), (policy.Allows(4), policy.Allows(5)));
    }

    [Fact]
    public void Without_a_word_in_host_json_the_real_hosts_defaults_apply()
    {
        HostJson json = HostJson.Parse("""{ "version": "2.0" }""");
        Assert.Equal(("api", TimeSpan.FromMinutes(30)), (json.RoutePrefix, json.FunctionTimeout));
        QueueOptions queues = json.Queues;
        Assert.Equal((16, 8, 5, true), (queues.BatchSize, queues.NewBatchThreshold, queues.MaxDequeueCount, queues.Base64));
        Assert.Equal(TimeSpan.FromMinutes(1), queues.MaxPollingInterval);
    }

    [Fact]
    public void Host_json_may_have_comments_no_prefix_and_no_timeout()
    {
        HostJson json = HostJson.Parse("""
            {
              "functionTimeout": "-1", /* no limit */
              "extensions": { "http": { "routePrefix": "" }, "queues": { "batchSize": 4 } }
            }
            """);
        Assert.Equal(("", null, 4, 2), (json.RoutePrefix, json.FunctionTimeout, json.Queues.BatchSize, json.Queues.NewBatchThreshold));
    }

    [Theory]
    [InlineData("""{ "functionTimeout": "soon" }""", "functionTimeout is 'soon'; it must be a time up to 1.00:00:00, e.g. '00:05:00'")]
    [InlineData("""{ "extensions": { "queues": { "batchSize": 33 } } }""", "batchSize is 33; it must be from 1 to 32")]
    [InlineData(
        """{ "extensions": { "queues": { "messageEncoding": "utf7" } } }""", "messageEncoding is 'utf7'; it must be 'base64' or 'none'")]
    public void A_value_of_host_json_that_cannot_be_used_is_named(string json, string expected) =>
        Assert.Equal(expected, Assert.Throws<FormatException>(() => HostJson.Parse(json)).Message);

    [Theory]
    [InlineData(
        """{"type":"timerTrigger","schedule":"%Missing%"}""", "function F asks for '%Missing%', and there is no setting 'Missing'.")]
    [InlineData("""{"type":"timerTrigger","schedule":"every minute"}""", "function F has the schedule 'every minute'; expected six fields")]
    [InlineData(
        """{"type":"queueTrigger","queueName":"q","connection":"Queues"}""",
        "function F cannot use queue 'q': its connection 'Queues' is not a connection string.")]
    [InlineData("""{"type":"httpTrigger","route":"a/{b"}""", "function F has the route 'a/{b', which cannot be read")]
    [InlineData("""{"type":"http"}""", "function F has no trigger.")]
    public void A_function_that_cannot_be_served_as_declared_is_named(string binding, string expected)
    {
        var app = new AppSettings(new Dictionary<string, string> { ["Queues"] = "no connection string" });
        HostException failure = Assert.Throws<HostException>(() =>
        {
            FunctionDefinition function = FunctionDefinition.Parse(new RpcFunctionMetadata { Name = "F", RawBindings = { binding } });
            _ = function.Kind switch
            {
                TimerFunction.Kind => TimerFunction.Parse(function, app),
                QueueFunction.Kind => QueueFunction.Parse(function, app).Client("q", new QueueClientOptions()),
                _ => (object)HttpFunction.Parse(function, "api"),
            };
        });
        Assert.StartsWith(expected, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_is_looked_for_where_the_real_host_looks()
    {
        var settings = new AppSettings(new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = "a",
            ["AzureWebJobsOther"] = "b",
            ["ConnectionStrings:Third"] = "c",
        });
        Assert.Equal(["a", "b", "c"], new[] { null, "Other", "third" }.Select(name => settings.Connection("f", name)));
    }
}
