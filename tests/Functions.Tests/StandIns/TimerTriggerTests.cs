using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Plumbline.Functions.Tests.StandIns;

// The clock begins at 08:59:30 UTC.
public class TimerTriggerTests
{
    [Fact]
    public async Task A_timer_runs_at_its_tick_and_not_before()
    {
        await using var host = await RunningHost.StartAsync<Hourly>();
        await host.Clock.AdvanceAsync(TimeSpan.FromSeconds(29));
        await host.Clock.SleeperAsync();
        Assert.Equal(0, host.Probe.Unread);
        await host.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.False((await host.Probe.NextAsync<TimerInfo>()).IsPastDue);
    }

    [Fact]
    public async Task A_timer_runs_at_each_tick()
    {
        await using var host = await RunningHost.StartAsync<Hourly>();
        await host.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));
        await host.Probe.NextAsync();
        await host.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.False((await host.Probe.NextAsync<TimerInfo>()).IsPastDue);
    }

    [Fact]
    public async Task A_tick_missed_while_the_clock_jumped_runs_once_and_late()
    {
        await using var host = await RunningHost.StartAsync<Hourly>();
        await host.Clock.AdvanceAsync(TimeSpan.FromHours(5));
        Assert.True((await host.Probe.NextAsync<TimerInfo>()).IsPastDue);
        await host.Clock.SleeperAsync();
        Assert.Equal(0, host.Probe.Unread);
        Assert.Contains("Function hourly runs late: its tick was due at 2026-09-07 09:00:00Z", host.Logs.Of(LogLevel.Warning));
    }

    [Fact]
    public async Task Runs_never_overlap_and_the_ticks_missed_meanwhile_run_once_late()
    {
        await using var host = await RunningHost.StartAsync<Slow>();
        await host.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.False((await host.Probe.NextAsync<TimerInfo>()).IsPastDue);
        host.Clock.Jump(TimeSpan.FromHours(3.5));
        Assert.Equal(0, host.Probe.Unread);
        host.Probe.Open();
        Assert.True((await host.Probe.NextAsync<TimerInfo>()).IsPastDue);
        await host.Clock.SleeperAsync();
        Assert.Equal(0, host.Probe.Unread);
    }

    [Fact]
    public async Task A_timer_that_runs_on_startup_runs_at_once_and_then_at_its_ticks()
    {
        await using var host = await RunningHost.StartAsync<Eager>();
        Assert.False((await host.Probe.NextAsync<TimerInfo>()).IsPastDue);
        await host.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(Utc("2026-09-07 08:59:30"), (await host.Probe.NextAsync<TimerInfo>()).ScheduleStatus!.Last);
    }

    [Fact]
    public async Task A_timer_is_told_its_last_run_and_the_tick_it_runs_for()
    {
        await using var host = await RunningHost.StartAsync<Hourly>();
        await host.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));
        var first = (await host.Probe.NextAsync<TimerInfo>()).ScheduleStatus!;
        Assert.Equal((default, Utc("2026-09-07 09:00:00")), (first.Last, first.Next));
        await host.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        var second = (await host.Probe.NextAsync<TimerInfo>()).ScheduleStatus!;
        Assert.Equal((Utc("2026-09-07 09:00:00"), Utc("2026-09-07 10:00:00")), (second.Last, second.Next));
        Assert.Equal(DateTimeKind.Utc, second.Next.Kind);
    }

    [Theory]
    [InlineData(typeof(Unmonitored), 30)]
    [InlineData(typeof(EverySecond), 1)]
    public async Task A_timer_without_a_monitor_or_faster_than_a_minute_is_told_no_status(Type functions, int seconds)
    {
        await using var host = await RunningHost.StartAsync(_ => { }, [functions]);
        await host.Clock.AdvanceAsync(TimeSpan.FromSeconds(seconds));
        Assert.Null((await host.Probe.NextAsync<TimerInfo>()).ScheduleStatus);
    }

    [Fact]
    public async Task A_schedule_may_come_from_a_setting()
    {
        await using var host = await RunningHost.StartAsync<FromSetting>("--RunHour", "10");
        await host.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));
        await host.Clock.SleeperAsync();
        Assert.Equal(0, host.Probe.Unread);
        await host.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(Utc("2026-09-07 10:00:00"), (await host.Probe.NextAsync<TimerInfo>()).ScheduleStatus!.Next);
    }

    [Fact]
    public async Task A_failed_run_is_one_line_in_the_log_and_the_next_tick_runs()
    {
        await using var host = await RunningHost.StartAsync<Failing>();
        await host.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));
        await host.Probe.NextAsync();
        await host.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        await host.Probe.NextAsync();
        await host.Clock.SleeperAsync();
        Assert.Equal(["Function failing failed", "Function failing failed"], host.Logs.Of(LogLevel.Error));
    }

    [Fact]
    public async Task A_failed_run_with_a_retry_attribute_is_tried_again_as_often_as_it_says()
    {
        await using var host = await RunningHost.StartAsync<Retried>();
        await host.Clock.AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.Equal((0, 2), await host.Probe.NextAsync<(int, int)>());
        await host.Clock.AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Equal((1, 2), await host.Probe.NextAsync<(int, int)>());
        await host.Clock.AdvanceAsync(TimeSpan.FromSeconds(10));
        Assert.Equal((2, 2), await host.Probe.NextAsync<(int, int)>());
        await host.Clock.SleeperAsync();
        Assert.Equal(["Function retried failed"], host.Logs.Of(LogLevel.Error));
    }

    [Fact]
    public async Task An_app_that_registers_no_clock_runs_on_the_systems()
    {
        await using var host = await RunningHost.StartAsync(
            builder => builder.Services.Remove(builder.Services.Single(s => s.ServiceType == typeof(TimeProvider))), [typeof(EverySecond)]);
        await host.Probe.NextAsync<TimerInfo>();
        Assert.Null(host.Host.Services.GetService<TimeProvider>());
    }

    [Fact]
    public async Task A_schedule_that_never_comes_only_runs_on_startup()
    {
        await using var host = await RunningHost.StartAsync<Never>();
        await host.Probe.NextAsync();
        await host.Clock.AdvanceAsync(TimeSpan.FromDays(1000));
        await host.Clock.SleeperAsync();
        Assert.Equal(0, host.Probe.Unread);
        Assert.Empty(host.Logs.Of(LogLevel.Error));
    }

    private static DateTime Utc(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private sealed class Hourly(Probe probe)
    {
        [Function("hourly")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer) => probe.See(timer);
    }

    private sealed class Slow(Probe probe)
    {
        [Function("slow")]
        public async Task Run([TimerTrigger("0 0 * * * *")] TimerInfo timer)
        {
            probe.See(timer);
            await probe.Gate;
        }
    }

    private sealed class Eager(Probe probe)
    {
        [Function("eager")]
        public void Run([TimerTrigger("0 0 * * * *", RunOnStartup = true)] TimerInfo timer) => probe.See(timer);
    }

    private sealed class Unmonitored(Probe probe)
    {
        [Function("unmonitored")]
        public void Run([TimerTrigger("0 0 * * * *", UseMonitor = false)] TimerInfo timer) => probe.See(timer);
    }

    private sealed class EverySecond(Probe probe)
    {
        [Function("everysecond")]
        public void Run([TimerTrigger("* * * * * *")] TimerInfo timer) => probe.See(timer);
    }

    private sealed class FromSetting(Probe probe)
    {
        [Function("fromsetting")]
        public void Run([TimerTrigger("0 0 %RunHour% * * *")] TimerInfo timer) => probe.See(timer);
    }

    private sealed class Failing(Probe probe)
    {
        [Function("failing")]
        public async Task Run([TimerTrigger("0 0 * * * *")] TimerInfo timer)
        {
            await Task.Yield();
            probe.See(timer);
            throw new InvalidOperationException();
        }
    }

    private sealed class Retried(Probe probe)
    {
        [Function("retried"), FixedDelayRetry(2, "00:00:10")]
        public void Run([TimerTrigger("0 0 * * * *")] TimerInfo timer, FunctionContext context)
        {
            probe.See((context.RetryContext.RetryCount, context.RetryContext.MaxRetryCount));
            throw new InvalidOperationException();
        }
    }

    private sealed class Never(Probe probe)
    {
        [Function("never")]
        public void Run([TimerTrigger("0 0 0 30 2 *", RunOnStartup = true)] TimerInfo timer) => probe.See(timer);
    }
}
