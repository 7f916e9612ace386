using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Plumbline.Functions.Tests.StandIns;

public class AccessKeyTests
{
    private static readonly string[] BothKeys = ["--LOCAL_FUNCTION_KEY", "fn-key", "--LOCAL_MASTER_KEY", "master-key"];

    [Theory]
    [InlineData("open", null, null, 200)]
    [InlineData("function", null, null, 401)]
    [InlineData("function", "fn-key", null, 200)]
    [InlineData("function", null, "fn-key", 200)]
    [InlineData("function", "master-key", null, 200)]
    [InlineData("function", "fn-kez", null, 401)]
    [InlineData("function", "fn-key2", null, 401)]
    [InlineData("function", "", "fn-key", 200)]
    [InlineData("function", "stale", "fn-key", 401)]
    [InlineData("unsaid", null, null, 401)]
    [InlineData("unsaid", "fn-key", null, 200)]
    [InlineData("admin", null, null, 401)]
    [InlineData("admin", "fn-key", null, 401)]
    [InlineData("admin", "master-key", null, 200)]
    [InlineData("admin", null, "master-key", 200)]
    [InlineData("system", "fn-key", null, 401)]
    [InlineData("system", "master-key", null, 200)]
    public async Task A_function_opens_to_its_key_alone(string function, string? header, string? code, int status)
    {
        await using var host = await RunningHost.StartAsync<Doors>(BothKeys);
        Assert.Equal((HttpStatusCode)status, await CallAsync(host, function, header, code));
    }

    [Theory]
    [InlineData("function", "")]
    [InlineData("function", "fn-key")]
    [InlineData("admin", "")]
    [InlineData("admin", "master-key")]
    public async Task Without_a_key_in_the_settings_every_keyed_call_is_401(string function, string offered)
    {
        await using var host = await RunningHost.StartAsync<Doors>("--LOCAL_FUNCTION_KEY", "", "--LOCAL_MASTER_KEY", "");
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(host, function, offered, offered));
        Assert.Equal(
            ["Calls of function, unsaid, admin, system answer 401 until a key is set: LOCAL_FUNCTION_KEY for functions, LOCAL_MASTER_KEY for all"],
            host.Logs.Of(LogLevel.Warning));
    }

    [Fact]
    public async Task A_refused_call_does_not_run_the_function_and_says_nothing()
    {
        await using var host = await RunningHost.StartAsync<Doors>(BothKeys);
        var response = await host.Client.GetAsync("/api/function");
        Assert.Empty(await response.Content.ReadAsStringAsync());
        Assert.Equal(0, host.Probe.Unread);
    }

    [Fact]
    public async Task No_key_is_ever_logged()
    {
        await using var host = await RunningHost.StartAsync<Doors>(BothKeys);
        await CallAsync(host, "function", "fn-key", null);
        await CallAsync(host, "function", null, "master-key");
        await CallAsync(host, "admin", "offered-key", null);
        Assert.DoesNotContain(host.Logs.Lines, line => line.Text.Contains("-key", StringComparison.Ordinal));
    }

    private static async Task<HttpStatusCode> CallAsync(RunningHost host, string function, string? header, string? code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/{function}{(code == null ? "" : $"?code={code}")}");
        if (header != null) request.Headers.TryAddWithoutValidation("x-functions-key", header);
        return (await host.Client.SendAsync(request)).StatusCode;
    }

    private sealed class Doors(Probe probe)
    {
        [Function("open")]
        public IResult Open([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) => Enter("open");

        [Function("function")]
        public IResult Function([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) => Enter("function");

        [Function("unsaid")]
        public IResult Unsaid([HttpTrigger("get")] HttpRequest request) => Enter("unsaid");

        [Function("admin")]
        public IResult Admin([HttpTrigger(AuthorizationLevel.Admin, "get")] HttpRequest request) => Enter("admin");

        [Function("system")]
        public IResult System([HttpTrigger(AuthorizationLevel.System, "get")] HttpRequest request) => Enter("system");

        private IResult Enter(string door)
        {
            probe.See(door);
            return HttpResults.Ok();
        }
    }
}
