using System.Net;
using Microsoft.Extensions.Logging;
using Plumbline.Functions.Runs;

namespace Plumbline.Functions.Tests.Triggers;

public sealed class ProblemTests
{
    [Fact]
    public async Task What_nobody_foresaw_is_a_problem_without_details_and_one_line_in_the_log()
    {
        await using RunningApp app = await RunningApp.StartAsync((_, _) => throw new InvalidOperationException("secret detail"));
        app.Logs.Lines.Clear();
        HttpResponseMessage response = await app.Client.PostAsync("/api/runs", null);
        var problem = await Problem.AssertAsync(response, HttpStatusCode.InternalServerError, "internal_error");
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Function StartRunNow failed"], app.Logs.Of(LogLevel.Error));
    }

    [Fact]
    public async Task Tables_that_do_not_answer_are_503_and_one_line_in_the_log()
    {
        await using RunningApp app = await RunningApp.StartAsync((_, _) => throw new Azure.RequestFailedException(503, "ServerBusy"));
        app.Logs.Lines.Clear();
        await Problem.AssertAsync(await app.Client.PostAsync("/api/runs", null), HttpStatusCode.ServiceUnavailable, "tables_unavailable");
        Assert.Equal(["Function StartRunNow could not reach the tables"], app.Logs.Of(LogLevel.Error));
    }

    [Theory]
    [InlineData("GET", "/api/health")]
    [InlineData("GET", "/api/alerts?state=bad")]
    [InlineData("GET", "/api/results/nothing")]
    [InlineData("POST", "/api/runs")]
    public async Task Every_answer_carries_the_security_headers(string method, string path)
    {
        await using RunningApp app = await RunningApp.StartAsync((_, _) => Task.FromResult(new RunResult("r", [], [], [], null)));
        HttpResponseMessage response = await app.Client.SendAsync(new(new(method), path));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-store"], response.Headers.GetValues("Cache-Control"));
        Assert.Equal(["default-src 'none'; frame-ancestors 'none'"], response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["max-age=31536000"], response.Headers.GetValues("Strict-Transport-Security"));
    }
}
