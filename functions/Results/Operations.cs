using Microsoft.Extensions.Logging;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Telemetry;

namespace Plumbline.Functions.Results;

/// <summary>Measures what operations watches: poison messages, the age of the newest finished run, alerts that do not balance.</summary>
public sealed partial class Operations(OperationsMetrics metrics, NewestRun newest, QueuedWork evaluations, Balance balance, TimeProvider time, ILogger<Operations> log)
{
    /// <summary>Each figure by itself: one service that is away keeps only its own figure from being recorded.</summary>
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        await TryAsync("queue", async () => metrics.Poison(await evaluations.PoisonAsync(cancellationToken)));
        await TryAsync("runs", () => MeasureRunAsync(cancellationToken));
        await TryAsync("balance", () => MeasureBalanceAsync(cancellationToken));
    }

    private async Task MeasureRunAsync(CancellationToken cancellationToken)
    {
        if (await newest(cancellationToken) is { } run)
            metrics.RunAge(time.GetUtcNow() - run.Finished);
    }

    private async Task MeasureBalanceAsync(CancellationToken cancellationToken)
    {
        if (await balance.FaultAsync(cancellationToken) != Balance.Unseen)
            metrics.Unbalanced(balance.Wrong);
    }

    private async Task TryAsync(string what, Func<Task> measure)
    {
        try
        {
            await measure();
        }
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            NotMeasured(log, what, failure.GetType().Name);
        }
    }

    [LoggerMessage(200, LogLevel.Warning, "Could not measure {What}: {Failure}")]
    private static partial void NotMeasured(ILogger log, string what, string failure);
}
