using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Plumbline.Functions.Tests.Telemetry;

/// <summary>What one meter has recorded: each measurement as <c>instrument tag=value: figure</c>.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<string> _all = [];

    public Measurements(Meter meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, meter))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, figure, tags, _) => Add(instrument, $"{figure}", tags));
        _listener.SetMeasurementEventCallback<double>((instrument, figure, tags, _) => Add(instrument, $"{figure:0.###}", tags));
        _listener.Start();
    }

    public string[] Of(string instrument) => [.. _all.Where(m => m.StartsWith($"{instrument} ", StringComparison.Ordinal) || m.StartsWith($"{instrument}:", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, string figure, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string line = instrument.Name;
        foreach (var (name, value) in tags)
            line += $" {name}={value}";
        _all.Enqueue($"{line}: {figure}");
    }
}
