using System.Diagnostics.Metrics;

namespace Plumbline.Functions.Telemetry;

/// <summary>The figures of a run: how long it took, what it read and found, what it told.</summary>
public sealed class RunMetrics(Meter meter)
{
    private readonly Histogram<double> _duration = meter.CreateHistogram<double>("plumbline.run.duration", "s", "Time from the start of a run to its end, by outcome");
    private readonly Gauge<long> _rows = meter.CreateGauge<long>("plumbline.run.rows", "{row}", "Rows of a source at its latest reading");
    private readonly Gauge<long> _findings = meter.CreateGauge<long>("plumbline.run.findings", "{finding}", "Findings of the latest run of all accounts, by verdict");
    private readonly Counter<long> _transitions = meter.CreateCounter<long>("plumbline.alerts.transitions", "{transition}", "Transitions of alerts that runs have stored");

    /// <param name="outcome"><c>finished</c>, <c>dropped</c>, <c>unusable</c> or <c>failed</c>.</param>
    public void Ended(TimeSpan after, string outcome) => _duration.Record(after.TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));

    public void Read(string source, int rows) => _rows.Record(rows, new KeyValuePair<string, object?>("source", source));

    public void Found(string verdict, int findings) => _findings.Record(findings, new KeyValuePair<string, object?>("verdict", verdict));

    public void Told(string transition, int alerts) => _transitions.Add(alerts, new KeyValuePair<string, object?>("transition", transition));
}
