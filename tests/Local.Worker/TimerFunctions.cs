using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Plumbline.Local.Worker;

public sealed partial class TimerFunctions(Gates gates, ILogger<TimerFunctions> log)
{
    [Function("Tick")]
    public void Tick([TimerTrigger("%TickSchedule%")] TimerInfo timer) =>
        Ticked($"{timer.ScheduleStatus?.Last:u} {timer.ScheduleStatus?.Next:u} {(timer.IsPastDue ? "late" : "in time")}");

    /// <summary>Every hour; waits while a test holds it.</summary>
    [Function("SlowTick")]
    public async Task SlowTick([TimerTrigger("%SlowSchedule%", UseMonitor = false)] TimerInfo timer, CancellationToken cancellationToken)
    {
        SlowBegun(timer.ScheduleStatus is null ? "without" : "with");
        await gates.PassIfHeldAsync("slow", cancellationToken);
        SlowEnded();
    }

    [Function("AtStart")]
    public void AtStart([TimerTrigger("0 0 0 30 2 *", RunOnStartup = true)] TimerInfo timer) => Started();

    [Function("RetriedTick"), FixedDelayRetry(2, "00:00:10")]
    public void RetriedTick([TimerTrigger("0 0 12 1 1 *")] TimerInfo timer, FunctionContext context)
    {
        Retried(context.RetryContext!.RetryCount, context.RetryContext.MaxRetryCount);
        throw new InvalidOperationException("failed as asked");
    }

    [LoggerMessage(1, LogLevel.Information, "tick {When}")]
    private partial void Ticked(string when);

    [LoggerMessage(2, LogLevel.Information, "slow tick begun {Status} status")]
    private partial void SlowBegun(string status);

    [LoggerMessage(3, LogLevel.Information, "slow tick ended")]
    private partial void SlowEnded();

    [LoggerMessage(4, LogLevel.Information, "ran at start")]
    private partial void Started();

    [LoggerMessage(5, LogLevel.Information, "retried {Count} of {Most}")]
    private partial void Retried(int count, int most);
}
