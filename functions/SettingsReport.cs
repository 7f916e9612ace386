using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Plumbline.Functions;

/// <summary>Says at the start, all at once, which settings are missing or wrong.</summary>
internal sealed partial class SettingsReport(IReadOnlyList<string> faults, ILogger<SettingsReport> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (faults.Count > 0)
            NotConfigured(log, string.Join(Environment.NewLine, faults));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Error, "Runs cannot be made until the settings are right:\n{Faults}")]
    private static partial void NotConfigured(ILogger log, string faults);
}
