using System.Diagnostics;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Findings;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Telemetry;

namespace Plumbline.Functions.Runs;

/// <summary>Takes runs from their queue, and measures them.</summary>
public sealed class Evaluations(Govern govern, RunMetrics metrics, TimeProvider time)
{
    /// <exception cref="FormatException">The message is not a run; after five tries it lies in the poison queue.</exception>
    public async Task TakeAsync(string message, CancellationToken cancellationToken)
    {
        RunRequest request = RunMessage.Read(message) ?? throw new FormatException("not a valid run message; expected {run, accounts: all or [ids], facts, because}");
        using Activity? span = Tracing.Continue("run", request.TraceParent);
        long began = time.GetTimestamp();
        string outcome = "failed";
        try
        {
            RunResult result = await govern(request, cancellationToken);
            outcome = result.IsDropped ? "dropped" : result.Error is null ? "finished" : "unusable";
            Measure(result, ofAll: request.Accounts.IsEmpty);
        }
        catch (Exception failure)
        {
            // Its kind and no more: what a message quotes may be personal.
            span?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            throw;
        }
        finally
        {
            span?.SetTag("outcome", outcome);
            metrics.Ended(time.GetElapsedTime(began), outcome);
        }
    }

    private void Measure(RunResult result, bool ofAll)
    {
        foreach ((string source, int rows) in result.Rows)
            metrics.Read(source, rows);
        foreach ((Verdict verdict, int findings) in ofAll ? result.Found : [])
            metrics.Found(verdict.Name(), findings);
        foreach ((TransitionKind kind, int alerts) in result.Told.CountBy(k => k))
            metrics.Told(OutboxRow.NameOf(kind), alerts);
    }
}
