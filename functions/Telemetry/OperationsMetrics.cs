using System.Diagnostics.Metrics;

namespace Plumbline.Functions.Telemetry;

/// <summary>The figures that the alerts of operations query (infra/modules/operations.bicep). What could not be asked is not recorded.</summary>
public sealed class OperationsMetrics(Meter meter)
{
    private readonly Gauge<double> _outboxAge = meter.CreateGauge<double>("plumbline.outbox.age", "s", "Age of the oldest transition that the relay found unsent; 0 when there was none");
    private readonly Gauge<double> _runAge = meter.CreateGauge<double>("plumbline.run.age", "s", "Time since the newest finished run ended");
    private readonly Gauge<long> _poison = meter.CreateGauge<long>("plumbline.poison.messages", "{message}", "Messages that failed for good");
    private readonly Gauge<long> _unbalanced = meter.CreateGauge<long>("plumbline.alerts.unbalanced", "{alert}", "Alerts that lack transitions");

    public void OutboxAge(TimeSpan age) => _outboxAge.Record(age.TotalSeconds);

    public void RunAge(TimeSpan age) => _runAge.Record(age.TotalSeconds);

    public void Poison(int messages) => _poison.Record(messages);

    public void Unbalanced(int alerts) => _unbalanced.Record(alerts);
}
