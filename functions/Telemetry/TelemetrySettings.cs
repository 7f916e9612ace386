using Microsoft.Extensions.Configuration;

namespace Plumbline.Functions.Telemetry;

/// <summary>Where telemetry goes: to a collector by OTLP, to Azure Monitor, to both or nowhere. The names are those of OpenTelemetry and of the platform.</summary>
public sealed record TelemetrySettings(string? Collector, string? AzureMonitor)
{
    private const string CollectorKey = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string AzureMonitorKey = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    public static TelemetrySettings Read(IConfiguration settings) => new(settings[CollectorKey], settings[AzureMonitorKey]);

    public bool ToCollector => Uri.TryCreate(Collector, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https";

    public bool ToAzureMonitor => AzureMonitor?.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What is set and cannot be used; the app works without it. It names settings, never their values.</summary>
    public IEnumerable<string> Faults
    {
        get
        {
            if (!string.IsNullOrEmpty(Collector) && !ToCollector)
                yield return $"{CollectorKey} is not an address; expected e.g. 'http://collector:4318'";
            if (!string.IsNullOrEmpty(AzureMonitor) && !ToAzureMonitor)
                yield return $"{AzureMonitorKey} is not a connection string of Application Insights; expected 'InstrumentationKey=...'";
        }
    }
}
