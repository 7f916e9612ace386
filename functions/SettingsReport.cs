using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Plumbline.Ingest.Policies;

namespace Plumbline.Functions;

/// <summary>Says at the start, all at once, which settings are missing or wrong, and what is wrong with the policy.</summary>
internal sealed partial class SettingsReport(IEnumerable<ISettings> settings, PolicyReading policy, ILogger<SettingsReport> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        string[] faults = [.. settings.Select(s => s.Fault).OfType<string>(), .. policy.Faults.Select(f => $"policy: {f}")];
        if (faults.Length == 0)
            return Task.CompletedTask;
        string told = string.Join(Environment.NewLine, faults);
        NotConfigured(log, told);
        // The Functions host drops what is logged outside of an invocation, and keeps what is written to the console.
        Console.Error.WriteLine($"Not all work can be done until the settings are right:{Environment.NewLine}{told}");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Error, "Not all work can be done until the settings are right:\n{Faults}")]
    private static partial void NotConfigured(ILogger log, string faults);
}
