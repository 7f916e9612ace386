using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Plumbline.Functions.Tests.StandIns;

public class ShutdownTests
{
    [Fact]
    public async Task A_stopping_host_lets_a_running_request_end()
    {
        await using var host = await RunningHost.StartAsync<Patient>();
        var call = host.Client.GetAsync("/api/patient");
        await host.Probe.NextAsync();
        var stopped = host.Host.StopAsync();
        await StoppingAsync(host);
        host.Probe.Open();
        Assert.Equal(HttpStatusCode.OK, (await call).StatusCode);
        await stopped;
    }

    [Fact]
    public async Task A_stopping_host_lets_a_running_timer_end_and_begins_no_other()
    {
        await using var host = await RunningHost.StartAsync<Patient>();
        await host.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("tick", await host.Probe.NextAsync());
        var stopped = host.Host.StopAsync();
        await StoppingAsync(host);
        host.Clock.Jump(TimeSpan.FromDays(2));
        host.Probe.Open();
        await stopped;
        Assert.Equal("tock", await host.Probe.NextAsync());
        Assert.Equal(0, host.Probe.Unread);
    }

    [Fact]
    public async Task What_still_runs_when_the_hosts_time_is_up_is_cancelled()
    {
        await using var host = await RunningHost.StartAsync(
            builder => builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromMilliseconds(1)), [typeof(Endless)]);
        await host.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));
        var call = host.Client.GetAsync("/api/endless");
        Assert.Equal(["begun", "begun"], [await host.Probe.NextAsync(), await host.Probe.NextAsync()]);
        await Record.ExceptionAsync(() => host.Host.StopAsync());
        Assert.Equal(["cancelled", "cancelled"], [await host.Probe.NextAsync(), await host.Probe.NextAsync()]);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => call);
    }

    [Fact]
    public async Task Running_invocations_have_thirty_seconds_unless_the_app_says_otherwise()
    {
        await using var host = await RunningHost.StartAsync<Patient>();
        Assert.Equal(TimeSpan.FromSeconds(30), host.Host.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }

    private static async Task StoppingAsync(RunningHost host)
    {
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var told = host.Host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
        await stopping.Task.WaitAsync(Probe.Patience);
    }

    private sealed class Patient(Probe probe)
    {
        [Function("patient")]
        public async Task<IResult> Answer([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
            probe.See("asked");
            await probe.Gate;
            return HttpResults.Ok();
        }

        [Function("tick")]
        public async Task Tick([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellation)
        {
            probe.See("tick");
            await probe.Gate;
            probe.See(cancellation.IsCancellationRequested ? "cancelled" : "tock");
        }
    }

    private sealed class Endless(Probe probe)
    {
        [Function("endless")]
        public Task Answer([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellation) => WaitAsync(cancellation);

        [Function("tick")]
        public Task Tick([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellation) => WaitAsync(cancellation);

        private async Task WaitAsync(CancellationToken cancellation)
        {
            using var told = cancellation.Register(() => probe.See("cancelled"));
            probe.See("begun");
            await Task.Delay(Timeout.Infinite, cancellation);
        }
    }
}
