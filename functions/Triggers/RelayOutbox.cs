using Microsoft.Azure.Functions.Worker;
using Plumbline.Functions.Runs;

namespace Plumbline.Functions.Triggers;

/// <summary>Every five minutes, sends what a run that was cut short left behind.</summary>
public sealed class RelayOutbox(Relay relay)
{
    private const string EveryFiveMinutes = "0 */5 * * * *";

    [Function("RelayOutbox")]
    public Task ByTimer([TimerTrigger(EveryFiveMinutes)] TimerInfo timer, CancellationToken cancellationToken) => relay.SendAsync(cancellationToken);
}
