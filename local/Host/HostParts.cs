using Microsoft.Extensions.Logging;
using Plumbline.Local.Host.Worker;

namespace Plumbline.Local.Host;

/// <summary>The parts that every trigger of a host needs.</summary>
/// <param name="OutOfTime">Fires when a host that stops waits for nothing any more.</param>
internal sealed record HostParts(
    HostSettings Settings, HostJson Json, Workers Workers, Invocations Invocations, ILogger Log, CancellationToken OutOfTime)
{
    public AppSettings App { get; } = new(Settings.AppSettings);
}
