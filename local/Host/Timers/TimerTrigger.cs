using System.Threading.Channels;
using Plumbline.Local.Host.Worker;
using Plumbline.Local.Host.Worker.Protocol;

namespace Plumbline.Local.Host.Timers;

/// <summary>Runs one timer function at its times, and by hand, one run at a time. Times that pass during a run are skipped.</summary>
internal sealed class TimerTrigger(TimerFunction function, HostParts parts)
{
    // A timer of the framework takes less than fifty days.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    // Started by hand again before it ran, it runs once.
    private readonly Channel<bool> byHand = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly TimeProvider timeProvider = parts.Settings.TimeProvider;
    private readonly RetryPolicy retries = new(function.Definition.Retry);
    private DateTime last;

    public string Name => function.Definition.Name;

    public void StartByHand() => byHand.Writer.TryWrite(true);

    /// <summary>Ends when the token fires and its run, if there is one, has ended.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            DateTimeOffset due = timeProvider.GetUtcNow();
            if (function.RunsAtStart)
            {
                await InvokeAsync(function.Schedule.After(due), cancellationToken);
            }

            while (true)
            {
                // From the later of the two: a sleep that ends a moment early would else run twice.
                DateTimeOffset now = timeProvider.GetUtcNow();
                due = function.Schedule.After(now > due ? now : due);
                await SleepAsync(due, cancellationToken);
                await InvokeAsync(due, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
    }

    /// <summary>Returns when it is time; runs by hand happen in between.</summary>
    private async Task SleepAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        for (DateTimeOffset now; (now = timeProvider.GetUtcNow()) < due;)
        {
            using var awake = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task<bool> asked = byHand.Reader.WaitToReadAsync(awake.Token).AsTask();
            Task sleep = Task.Delay(due - now < LongestSleep ? due - now : LongestSleep, timeProvider, awake.Token);
            Task first = await Task.WhenAny(asked, sleep);
            await awake.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
            if (first == asked && byHand.Reader.TryRead(out _))
            {
                await InvokeAsync(due, cancellationToken);
            }
        }
    }

    private async Task InvokeAsync(DateTimeOffset due, CancellationToken cancellationToken)
    {
        bool monitored = function.UsesMonitor && function.Schedule.IsMonitored(due);
        TimerInput? status = monitored ? new TimerInput(last, due.UtcDateTime) : null;
        last = timeProvider.GetUtcNow().UtcDateTime;
        for (int retry = 0; await TryAsync(status, retry, cancellationToken) == Outcome.Failed && retries.Allows(retry + 1);)
        {
            retry++;
            TimeSpan delay = retries.Delay(retry);
            parts.Log.TriedAgain(Name, delay, retry, retries.Most);
            await Task.Delay(delay, timeProvider, cancellationToken);
        }
    }

    // A run that has begun is waited for when the host stops.
    private async Task<Outcome> TryAsync(TimerInput? status, int retry, CancellationToken cancellationToken)
    {
        LiveWorker worker = await parts.Workers.NextAsync(cancellationToken);
        InvocationRequest request = InvocationRequests.Create();
        request.InputData.Add(TimerInput.Bind(function.Definition.Parameter, status));
        if (retries.Most != 0)
        {
            request.RetryContext = new RetryContext { RetryCount = retry, MaxRetryCount = retries.Most };
        }

        return await parts.Invocations.RunAsync(worker, function.Definition, request, CancellationToken.None);
    }
}
