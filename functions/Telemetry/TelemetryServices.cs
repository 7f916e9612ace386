using System.Diagnostics.Metrics;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace Plumbline.Functions.Telemetry;

internal static class TelemetryServices
{
    /// <summary>Where nothing is to be sent, nothing of OpenTelemetry is loaded: the app starts faster.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => new Meter(Tracing.Name)).AddSingleton<RunMetrics>().AddSingleton<OperationsMetrics>();
        TelemetrySettings settings = TelemetrySettings.Read(configuration);
        // Before the first invocation the Functions host keeps what is written to the console, and nothing else.
        foreach (string fault in settings.Faults)
            Console.Error.WriteLine($"No telemetry is sent there: {fault}");
        if (settings.ToCollector || settings.ToAzureMonitor)
            Send(services, settings);
        return services;
    }

    private static void Send(IServiceCollection services, TelemetrySettings settings)
    {
        OpenTelemetryBuilder telemetry = services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddSource(Tracing.Name))
            .WithMetrics(metrics => metrics.AddMeter(Tracing.Name));
        telemetry.UseFunctionsWorkerDefaults();
        if (settings.ToCollector)
            telemetry.UseOtlpExporter();
        if (settings.ToAzureMonitor)
            telemetry.UseAzureMonitorExporter(options => (options.ConnectionString, options.Credential) = (settings.AzureMonitor, new DefaultAzureCredential()));
    }
}
