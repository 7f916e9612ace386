using System.Text;

namespace Plumbline.Local.Tests.Host;

/// <summary>A host whose clock stands at 08:59:30 until a test advances it.</summary>
public sealed class HostWithClock : IAsyncLifetime
{
    internal FakeClock Clock { get; } = new();

    internal RunningHost Running { get; private set; } = null!;

    public async Task InitializeAsync() => Running = await RunningHost.StartAsync(settings => settings with { TimeProvider = Clock }, app =>
    {
        app["TickSchedule"] = "0 */5 * * * *";
        app["SlowSchedule"] = "0 0 * * * *";
    });

    public Task DisposeAsync() => Running.DisposeAsync().AsTask();
}

public sealed class TimerTriggerTests(HostWithClock shared) : IClassFixture<HostWithClock>
{
    private readonly RunningHost host = shared.Running;
    private readonly FakeClock clock = shared.Clock;

    [Fact]
    public async Task A_timer_runs_at_its_time_and_not_before()
    {
        DateTimeOffset due = Next(TimeSpan.FromMinutes(5));
        await clock.SleeperAsync(due);
        clock.AdvanceTo(due - TimeSpan.FromSeconds(1));
        await clock.SleeperAsync(due);
        Assert.Equal(0, host.Lines.Count($"{due:u} in time"));
        clock.AdvanceTo(due);
        await host.Lines.HearAsync($"{due:u} in time");
    }

    [Fact]
    public async Task A_timer_is_told_its_last_run_and_the_time_it_runs_for()
    {
        DateTimeOffset due = Next(TimeSpan.FromMinutes(5));
        await clock.WakeAsync(due);
        await clock.WakeAsync(due + TimeSpan.FromMinutes(5));
        await host.Lines.HearAsync($"tick {due:u} {due + TimeSpan.FromMinutes(5):u} in time");
    }

    [Fact]
    public async Task A_timer_that_runs_at_start_has_run_although_its_schedule_never_comes() => await host.Lines.HearAsync("ran at start");

    [Fact]
    public async Task A_timer_without_monitor_is_told_no_status()
    {
        await StartByHandAsync("SlowTick");
        await host.Lines.HearAsync("slow tick begun without status");
    }

    [Fact]
    public async Task Runs_never_overlap_and_times_that_pass_meanwhile_are_skipped()
    {
        await host.HoldAsync("slow");
        DateTimeOffset due = Next(TimeSpan.FromHours(1));
        (int begun, int ended) = (host.Lines.Count("slow tick begun"), host.Lines.Count("slow tick ended"));
        await clock.WakeAsync(due);
        await host.Lines.HearAsync("slow tick begun", begun + 1);
        await clock.WakeAsync(due + TimeSpan.FromMinutes(5));
        await clock.SleeperAsync(due + TimeSpan.FromMinutes(10));
        clock.AdvanceTo(due + TimeSpan.FromHours(1));
        await host.Lines.HearAsync($"{due + TimeSpan.FromMinutes(10):u} in time");
        await host.OpenAsync("slow");
        await host.Lines.HearAsync("slow tick ended", ended + 1);
        await clock.SleeperAsync(due + TimeSpan.FromHours(2));
        Assert.Equal(begun + 1, host.Lines.Count("slow tick begun"));
    }

    [Fact]
    public async Task A_function_with_a_retry_attribute_is_tried_again_after_the_delay_it_names()
    {
        await StartByHandAsync("RetriedTick");
        await host.Lines.HearAsync("retried 0 of 2");
        await clock.WakeAsync(clock.GetUtcNow() + TimeSpan.FromSeconds(10));
        await host.Lines.HearAsync("retried 1 of 2");
        await clock.WakeAsync(clock.GetUtcNow() + TimeSpan.FromSeconds(10));
        await host.Lines.HearAsync("retried 2 of 2");
        await host.Lines.HearAsync("Function RetriedTick failed", 3);
    }

    [Fact]
    public async Task A_function_past_functionTimeout_is_cancelled_and_the_worker_lives_on()
    {
        int? worker = host.Host.WorkerId;
        Task<HttpResponseMessage> call = host.Client.GetAsync("/api/wait/forever");
        await host.Lines.HearAsync("request forever begun");
        await clock.WakeAsync(clock.GetUtcNow() + TimeSpan.FromHours(2.5));
        await host.Lines.HearAsync("Function Wait ran longer than functionTimeout (02:30:00)");
        await host.Lines.HearAsync("request forever cancelled");
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, (await call).StatusCode);
        Assert.Equal(worker, host.Host.WorkerId);
    }

    private DateTimeOffset Next(TimeSpan step)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return new DateTimeOffset(now.Ticks - now.Ticks % step.Ticks, TimeSpan.Zero) + step;
    }

    private async Task StartByHandAsync(string timer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/admin/functions/{timer}");
        request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        request.Headers.Add("x-functions-key", TestApp.MasterKey);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, (await host.Client.SendAsync(request)).StatusCode);
    }
}
