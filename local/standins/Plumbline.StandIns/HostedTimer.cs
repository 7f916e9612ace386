using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Plumbline.StandIns;

/// <summary>One timer function: its ticks come one after another, and those missed meanwhile are one late tick.</summary>
internal sealed class HostedTimer(HostedFunction function, TimerTriggerAttribute trigger, TimerSchedule schedule, Invoker invoker, TimeProvider clock, ILogger log)
{
    // Looked at this often, a clock that was set, or a machine that slept, delays a tick by no more.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    // Ticks are whole seconds: what begins within its second is in time.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private ScheduleStatus _status = new();

    public string Name => function.Name;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task RunAsync(CancellationToken stopping, CancellationToken abort)
    {
        Passed(default, Now);
        if (trigger.RunOnStartup) await TickAsync(Now, stopping, abort);
        while (await SleepAsync(_status.Next, stopping)) await TickAsync(_status.Next, stopping, abort);
    }

    // Started by hand, a run stands beside the schedule, as at the platform: it may overlap a tick and moves none.
    public Task RunByHandAsync(CancellationToken stopping, CancellationToken abort) => InvokeAsync(late: false, stopping, abort);

    private async Task TickAsync(DateTime due, CancellationToken stopping, CancellationToken abort)
    {
        var began = Now;
        var late = began - due >= Tolerance;
        if (late) log.PastDue(Name, due);
        await InvokeAsync(late, stopping, abort);
        Passed(began, began > due ? began : due);
    }

    private async Task InvokeAsync(bool late, CancellationToken stopping, CancellationToken abort)
    {
        for (var tried = 0; ; tried++)
        {
            var failure = await TryAsync(late, new Attempt(tried, function.Retry?.MaxRetryCount ?? 0), abort);
            if (failure == null || !Backoff.Allows(function.Retry, tried))
            {
                if (failure != null) log.FunctionFailed(Name, failure);
                return;
            }
            var delay = Backoff.Delay(function.Retry, tried);
            log.TriedAgain(Name, tried + 1, function.Retry?.MaxRetryCount ?? 0, delay, failure);
            if (!await SleepAsync(Now + delay, stopping)) return;
        }
    }

    private async Task<Exception?> TryAsync(bool late, Attempt attempt, CancellationToken abort)
    {
        try
        {
            await invoker.InvokeAsync(new(function, new TimerInfo { IsPastDue = late, ScheduleStatus = Told() }), attempt, abort);
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            log.FunctionCancelled(Name, "the host's time to stop is up");
        }
        catch (Exception failure)
        {
            return failure;
        }
        return null;
    }

    private async Task<bool> SleepAsync(DateTime until, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && until - Now is var left && left > TimeSpan.Zero)
            await Task.Delay(left < LongestSleep ? left : LongestSleep, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stopping.IsCancellationRequested;
    }

    private void Passed(DateTime last, DateTime from)
    {
        lock (_gate) _status = new() { Last = last, Next = schedule.After(from), LastUpdated = last };
    }

    private ScheduleStatus? Told()
    {
        if (!trigger.UseMonitor || !schedule.IsSlow(Now)) return null;
        lock (_gate) return new() { Last = _status.Last, Next = _status.Next, LastUpdated = _status.LastUpdated };
    }
}
