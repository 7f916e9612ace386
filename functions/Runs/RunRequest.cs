using System.Collections.Immutable;

namespace Plumbline.Functions.Runs;

/// <summary>What a run is asked to do: the message on the queue <c>evaluations</c>.</summary>
/// <param name="Run">The id of the run: its key in the ledger.</param>
/// <param name="Accounts">The accounts to commit; empty for all.</param>
/// <param name="Because">Who or what asked: <c>timer</c>, <c>request</c>.</param>
public sealed record RunRequest(string Run, ImmutableArray<string> Accounts, string Because)
{
    /// <summary>The W3C trace context of whoever asked; null where nobody listens to traces.</summary>
    public string? TraceParent { get; init; }
}
