using Microsoft.Azure.Functions.Worker;
using Plumbline.Functions.Results;
using Plumbline.Functions.Runs;

namespace Plumbline.Functions.Triggers;

/// <summary>Every five minutes, measures what operations watches and sends what a run that was cut short left behind; in the first round of a day it tidies as well.</summary>
public sealed class RelayOutbox(Operations operations, Relay relay, Tidying tidying, TimeProvider time)
{
    private const string EveryFiveMinutes = "0 */5 * * * *";

    [Function("RelayOutbox")]
    public async Task ByTimer([TimerTrigger(EveryFiveMinutes)] TimerInfo timer, CancellationToken cancellationToken)
    {
        await operations.MeasureAsync(cancellationToken);
        await relay.SendAsync(cancellationToken);
        if (Tidying.IsDue(time.GetUtcNow(), timer.ScheduleStatus?.Last, TimeSpan.FromMinutes(5)))
            await tidying.TidyAsync(cancellationToken);
    }
}
