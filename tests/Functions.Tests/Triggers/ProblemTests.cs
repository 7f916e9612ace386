using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plumbline.Functions.Results;

namespace Plumbline.Functions.Tests.Triggers;

public sealed class ProblemTests
{
    [Fact]
    public async Task What_nobody_foresaw_is_a_problem_without_details_and_one_line_in_the_log()
    {
        await using ServedApp app = await FailingAsync(new InvalidOperationException("secret detail"));
        HttpResponseMessage response = await app.Client.GetAsync("/api/health");
        var problem = await Problem.AssertAsync(response, HttpStatusCode.InternalServerError, "internal_error");
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Function Health failed"], app.Logs.Of(LogLevel.Error));
    }

    public static TheoryData<Exception> Silent => [new Azure.RequestFailedException(503, "ServerBusy"), new Azure.Identity.CredentialUnavailableException("secret detail")];

    [Theory]
    [MemberData(nameof(Silent))]
    public async Task Tables_that_do_not_answer_are_503_and_one_line_in_the_log(Exception failure)
    {
        await using ServedApp app = await FailingAsync(failure);
        await Problem.AssertAsync(await app.Client.GetAsync("/api/health"), HttpStatusCode.ServiceUnavailable, "tables_unavailable");
        Assert.Equal(["Function Health could not reach the tables"], app.Logs.Of(LogLevel.Error));
    }

    [Fact]
    public async Task A_queue_that_does_not_answer_is_503_and_one_line_in_the_log()
    {
        await using ServedApp app = await FailingAsync(new QueueException(new Azure.RequestFailedException(503, "secret detail")));
        var problem = await Problem.AssertAsync(await app.Client.GetAsync("/api/health"), HttpStatusCode.ServiceUnavailable, "queue_unavailable");
        Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Function Health could not reach its queue"], app.Logs.Of(LogLevel.Error));
    }

    [Fact]
    public async Task A_caller_who_hangs_up_while_waiting_ends_the_function_quietly()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ServedApp app = await ServedApp.StartAsync(services => services.AddSingleton(new Dependency("slow", async stop =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, stop);
            return null;
        })));
        using var caller = new CancellationTokenSource();
        Task answer = app.Client.GetAsync("/api/health", caller.Token);
        await asked.Task.WaitAsync(Patience.Limit);

        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        Assert.Null(await app.Ended.ReadAsync().AsTask().WaitAsync(Patience.Limit));
        Assert.Empty(app.Logs.Of(LogLevel.Error));
    }

    [Fact]
    public async Task A_function_that_gives_up_by_itself_has_failed()
    {
        await using ServedApp app = await FailingAsync(new OperationCanceledException());
        await Problem.AssertAsync(await app.Client.GetAsync("/api/health"), HttpStatusCode.InternalServerError, "internal_error");
        Assert.Equal(["Function Health failed"], app.Logs.Of(LogLevel.Error));
    }

    [Fact]
    public async Task A_chunk_of_a_body_that_is_larger_than_any_is_no_failure_of_ours()
    {
        await using ServedApp app = await FailingAsync(new IOException("Bad chunk size data.", new OverflowException()));
        await Problem.AssertAsync(await app.Client.GetAsync("/api/health"), HttpStatusCode.BadRequest, "bad_request");
        Assert.Empty(app.Logs.Of(LogLevel.Error));
    }

    [Fact]
    public async Task A_caller_who_hangs_up_in_the_middle_of_a_body_is_no_failure()
    {
        await using ServedApp app = await FailingAsync(new ConnectionResetException("Connection reset by peer"));
        await Problem.AssertAsync(await app.Client.GetAsync("/api/health"), HttpStatusCode.BadRequest, "bad_request");
        Assert.Empty(app.Logs.Of(LogLevel.Error));
    }

    [Theory]
    [InlineData("GET", "/api/health")]
    [InlineData("GET", "/api/alerts?state=bad")]
    [InlineData("GET", "/api/results")]
    [InlineData("GET", "/api/results/nothing")]
    [InlineData("POST", "/api/runs")]
    public async Task Every_answer_carries_the_security_headers(string method, string path)
    {
        await using ServedApp app = await ServedApp.StartAsync(_ => { });
        HttpResponseMessage response = await app.Client.SendAsync(new(new(method), path));
        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-store"], response.Headers.GetValues("Cache-Control"));
        Assert.Equal(["default-src 'none'; frame-ancestors 'none'"], response.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(["max-age=31536000"], response.Headers.GetValues("Strict-Transport-Security"));
    }

    /// <summary>An app whose health cannot be asked after without this failure.</summary>
    private static Task<ServedApp> FailingAsync(Exception failure) =>
        ServedApp.StartAsync(services => services.AddSingleton(new Dependency("failing", _ => throw failure)));
}
