using Microsoft.Extensions.Hosting;

namespace Plumbline.Local.Host;

/// <summary>Leaves the signals of the process to the program that runs the host.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
