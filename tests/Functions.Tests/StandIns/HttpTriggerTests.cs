using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Plumbline.Functions.Tests.StandIns;

public class HttpTriggerTests
{
    [Theory]
    [InlineData("GET", "/api/plain", "plain")]
    [InlineData("POST", "/api/webhooks/xero", "webhook from xero")]
    [InlineData("GET", "/api/accounts/42/3f2504e0-4f89-11d3-9a0c-0305e82c3301", "42 of 3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [InlineData("GET", "/api/optional", "nothing")]
    [InlineData("GET", "/api/optional/a%20b", "a b")]
    [InlineData("GET", "/api/Soon", "soon")]
    [InlineData("GET", "/api/still", "still GET")]
    public async Task A_function_answers_on_its_route_or_under_its_name(string method, string path, string answer)
    {
        await using var host = await RunningHost.StartAsync<Answers>();
        var response = await host.Client.SendAsync(new(new(method), path));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(answer, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("GET", "/api/webhooks/xero")]
    [InlineData("DELETE", "/api/plain")]
    [InlineData("HEAD", "/api/plain")]
    [InlineData("GET", "/api/nowhere")]
    [InlineData("GET", "/plain")]
    [InlineData("GET", "/")]
    [InlineData("GET", "/api/Hidden")]
    [InlineData("GET", "/api/limited/ten")]
    public async Task What_no_function_lists_is_404(string method, string path)
    {
        await using var host = await RunningHost.StartAsync<Answers>();
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.SendAsync(new(new(method), path))).StatusCode);
    }

    [Theory]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    public async Task A_function_that_lists_no_method_takes_them_all(string method)
    {
        await using var host = await RunningHost.StartAsync<Answers>();
        Assert.Equal(HttpStatusCode.OK, (await host.Client.SendAsync(new(new(method), "/api/still"))).StatusCode);
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/api/nothinglater")]
    public async Task A_function_that_answers_nothing_is_200_and_empty(string path)
    {
        await using var host = await RunningHost.StartAsync<Answers>();
        Assert.Empty(await host.Client.GetStringAsync(path));
    }

    [Fact]
    public async Task A_route_value_that_does_not_fit_its_parameter_is_500()
    {
        await using var host = await RunningHost.StartAsync<Answers>();
        var response = await host.Client.GetAsync("/api/accounts/many/3f2504e0-4f89-11d3-9a0c-0305e82c3301");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task A_failure_is_500_with_an_empty_body_and_one_line_in_the_log()
    {
        await using var host = await RunningHost.StartAsync<Answers>();
        var response = await host.Client.GetAsync("/api/fails");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        Assert.False(response.Headers.Contains("x-begun"));
        Assert.Equal(["Function fails failed"], host.Logs.Of(Microsoft.Extensions.Logging.LogLevel.Error));
    }

    [Fact]
    public async Task A_failure_after_the_answer_began_breaks_the_connection()
    {
        await using var host = await RunningHost.StartAsync<Answers>();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => host.Client.GetStringAsync("/api/breaks"));
    }

    private sealed class Answers
    {
        private const AuthorizationLevel Open = AuthorizationLevel.Anonymous;

        [Function("plain")]
        public static IResult Plain([HttpTrigger(Open, "get", "post")] HttpRequest request) => HttpResults.Text("plain");

        [Function("ReceiveWebhook")]
        public static Task<IResult> Webhook([HttpTrigger(Open, "post", Route = "webhooks/{provider}")] HttpRequest request, string provider) =>
            Task.FromResult(HttpResults.Text($"webhook from {provider}"));

        [Function("Account")]
        public static async ValueTask<IResult> Account([HttpTrigger(Open, "get", Route = "accounts/{number}/{id}")] HttpRequest request, Guid id, int number)
        {
            await Task.Yield();
            return HttpResults.Text($"{number} of {id}");
        }

        [Function("Optional")]
        public static IResult Optional([HttpTrigger(Open, "get", Route = "/optional/{name?}")] HttpRequest request, string? name) => HttpResults.Text(name ?? "nothing");

        [Function("Limited")]
        public static IResult Limited([HttpTrigger(Open, "get", Route = "limited/{n:int}")] HttpRequest request, int n) => HttpResults.Text($"{n}");

        [Function("Soon")]
        public static async Task<IResult> Soon([HttpTrigger(Open, "get")] HttpRequest request)
        {
            await Task.Yield();
            return HttpResults.Text("soon");
        }

        [Function("still")]
        public static IResult Still([HttpTrigger(Open)] HttpRequest request, FunctionContext context, CancellationToken cancellation)
        {
            Assert.Equal(context.CancellationToken, cancellation);
            return HttpResults.Text($"{context.FunctionDefinition.Name} {request.Method}");
        }

        [Function("nothing")]
        public static void Nothing([HttpTrigger(Open, "get")] HttpRequest request)
        {
        }

        [Function("nothinglater")]
        public static async Task NothingLater([HttpTrigger(Open, "get")] HttpRequest request) => await Task.Yield();

        [Function("fails")]
        public static IResult Fails([HttpTrigger(Open, "get")] HttpRequest request)
        {
            request.HttpContext.Response.Headers["x-begun"] = "yes";
            throw new InvalidOperationException("secret detail");
        }

        [Function("breaks")]
        public static async Task Breaks([HttpTrigger(Open, "get")] HttpRequest request)
        {
            await request.HttpContext.Response.WriteAsync("half an ans");
            await request.HttpContext.Response.Body.FlushAsync();
            throw new InvalidOperationException();
        }

        [Function("Hidden")]
        internal static IResult Hidden([HttpTrigger(Open, "get")] HttpRequest request) => HttpResults.Text("hidden");
    }
}
