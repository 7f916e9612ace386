using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Plumbline.Functions.Telemetry;

namespace Plumbline.Functions.Tests.Telemetry;

/// <summary>Telemetry goes where the settings say, and nowhere without them.</summary>
public sealed class ExportTests
{
    private readonly ConcurrentDictionary<string, string> _received = [];

    [Fact]
    public async Task A_collector_receives_spans_and_figures_by_OTLP()
    {
        await using WebApplication collector = await CollectorAsync();
        using IHost app = App(("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        TracerProvider traces = app.Services.GetRequiredService<TracerProvider>();
        MeterProvider meters = app.Services.GetRequiredService<MeterProvider>();
        Tracing.Span("run")?.Dispose();
        app.Services.GetRequiredService<RunMetrics>().Ended(TimeSpan.FromSeconds(3), "finished");
        Assert.True(traces.ForceFlush() && meters.ForceFlush());
        Assert.Contains("run", _received["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("plumbline.run.duration", _received["/v1/metrics"], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_settings_nothing_of_OpenTelemetry_is_there()
    {
        using IHost app = App();
        Assert.Null(app.Services.GetService<TracerProvider>());
        Assert.Null(app.Services.GetService<MeterProvider>());
        app.Services.GetRequiredService<RunMetrics>().Ended(TimeSpan.FromSeconds(3), "finished");
    }

    [Theory]
    [InlineData(null, null, false, false, "")]
    [InlineData("", "", false, false, "")]
    [InlineData("http://collector:4318", null, true, false, "")]
    [InlineData("collector", null, false, false, "OTEL_EXPORTER_OTLP_ENDPOINT is not an address; expected e.g. 'http://collector:4318'")]
    [InlineData(null, "InstrumentationKey=0;IngestionEndpoint=https://x.example/", false, true, "")]
    [InlineData(null, "secret", false, false, "APPLICATIONINSIGHTS_CONNECTION_STRING is not a connection string of Application Insights; expected 'InstrumentationKey=...'")]
    public void A_setting_that_cannot_be_used_is_named_without_its_value(string? collector, string? azure, bool toCollector, bool toAzure, string faults)
    {
        var settings = new TelemetrySettings(collector, azure);
        Assert.Equal((toCollector, toAzure, faults), (settings.ToCollector, settings.ToAzureMonitor, string.Join('\n', settings.Faults)));
    }

    private static IHost App(params (string Name, string Value)[] settings) => Program.Build([], builder =>
    {
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)));
    });

    private async Task<WebApplication> CollectorAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication collector = builder.Build();
        collector.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            _received[request.Path] = Encoding.Latin1.GetString(body.ToArray());
        });
        await collector.StartAsync();
        return collector;
    }
}
