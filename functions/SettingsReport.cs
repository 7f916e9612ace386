using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Plumbline.Functions.Policies;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions;

/// <summary>Says at the start, all at once, which settings are missing or wrong.</summary>
internal sealed partial class SettingsReport(TablesSettings tables, ExportsSettings exports, PolicySettings policy, ILogger<SettingsReport> log) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        string[] faults = [.. new[] { tables.Fault, exports.Fault, policy.Fault }.OfType<string>()];
        if (faults.Length > 0)
            NotConfigured(log, string.Join("; ", faults));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Error, "Runs cannot be made until the settings are right: {Faults}")]
    private static partial void NotConfigured(ILogger log, string faults);
}
