using System.Net;
using System.Text;
using Microsoft.Azure.Functions.Worker;

namespace Plumbline.Functions.Tests.StandIns;

public class AdminEndpointTests
{
    private static readonly string[] Keys = ["--LOCAL_FUNCTION_KEY", "fn-key", "--LOCAL_MASTER_KEY", "master-key"];

    [Fact]
    public async Task A_timer_started_by_hand_is_accepted_and_runs()
    {
        await using var host = await RunningHost.StartAsync<Nightly>(Keys);
        Assert.Equal(HttpStatusCode.Accepted, await StartAsync(host, "Nightly"));
        Assert.False((await host.Probe.NextAsync<TimerInfo>()).IsPastDue);
    }

    [Theory]
    [InlineData("nightly", "master-key", "{\"input\":\"\"}", "application/json", 202)]
    [InlineData("Nightly", "fn-key", "{}", "application/json", 401)]
    [InlineData("Nightly", "", "{}", "application/json", 401)]
    [InlineData("Daily", "fn-key", "{}", "application/json", 401)]
    [InlineData("Daily", "master-key", "{}", "application/json", 404)]
    [InlineData("Nightly", "master-key", "{}", "text/plain", 415)]
    [InlineData("Nightly", "master-key", "", "application/json", 400)]
    [InlineData("Nightly", "master-key", "{", "application/json", 400)]
    public async Task Starting_by_hand_needs_the_master_key_a_timer_and_a_JSON_object(string function, string key, string body, string type, int status)
    {
        await using var host = await RunningHost.StartAsync<Nightly>(Keys);
        Assert.Equal((HttpStatusCode)status, await StartAsync(host, function, key, body, type));
    }

    [Fact]
    public async Task Without_a_master_key_in_the_settings_nothing_is_started_by_hand()
    {
        await using var host = await RunningHost.StartAsync<Nightly>();
        Assert.Equal(HttpStatusCode.Unauthorized, await StartAsync(host, "Nightly", ""));
    }

    [Fact]
    public async Task A_run_by_hand_moves_no_tick()
    {
        await using var host = await RunningHost.StartAsync<Nightly>(Keys);
        await StartAsync(host, "Nightly");
        await host.Probe.NextAsync();
        await host.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(default, (await host.Probe.NextAsync<TimerInfo>()).ScheduleStatus!.Last);
    }

    private static async Task<HttpStatusCode> StartAsync(
        RunningHost host, string function, string key = "master-key", string body = "{}", string type = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/admin/functions/{function}") { Content = new StringContent(body, Encoding.UTF8, type) };
        request.Headers.TryAddWithoutValidation("x-functions-key", key);
        return (await host.Client.SendAsync(request)).StatusCode;
    }

    private sealed class Nightly(Probe probe)
    {
        [Function("Nightly")]
        public void Run([TimerTrigger("0 0 9 * * *")] TimerInfo timer) => probe.See(timer);
    }
}
