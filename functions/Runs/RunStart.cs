using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Telemetry;

namespace Plumbline.Functions.Runs;

/// <summary>Makes one run: reads, judges, decides, commits, publishes.</summary>
public delegate Task<RunResult> Govern(RunRequest request, CancellationToken cancellationToken);

/// <summary>Opens a run in the ledger and sends its message, so that it is made whatever becomes of whoever asked.</summary>
public sealed class RunStart(TableSet tables, QueuedWork evaluations, Policy policy, TimeProvider time)
{
    private readonly RunLedger _runs = new(tables);

    /// <param name="accounts">Empty for all.</param>
    /// <returns>The id of the run.</returns>
    public async Task<string> StartAsync(ImmutableArray<string> accounts, string because, CancellationToken cancellationToken)
    {
        using Activity? span = Tracing.Span("ask for a run", ActivityKind.Producer);
        await tables.CreateAsync(cancellationToken);
        Instant now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var request = new RunRequest(RunId.New(now), accounts, because) { TraceParent = span?.Id };
        var run = new RunEntry(request.Run, because, accounts, RunId.OpenedAt(request.Run) ?? now, policy.Hash);
        await _runs.WriteAsync(run, cancellationToken);
        try
        {
            await evaluations.SendAsync(RunMessage.Of(request), cancellationToken);
        }
        catch (Exception failure)
        {
            await _runs.WriteAsync(run with { FinishedAt = now, Error = failure.GetType().Name }, CancellationToken.None);
            throw;
        }
        return request.Run;
    }
}
