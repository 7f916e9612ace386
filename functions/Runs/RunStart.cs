using System.Collections.Immutable;

namespace Plumbline.Functions.Runs;

/// <summary>Makes one run: reads, judges, decides, commits.</summary>
public delegate Task<RunResult> Govern(RunRequest request, CancellationToken cancellationToken);

/// <summary>Opens a run and has it made.</summary>
public sealed class RunStart(Govern govern, TimeProvider clock)
{
    /// <param name="accounts">Empty for all.</param>
    public Task<RunResult> StartAsync(ImmutableArray<string> accounts, string because, CancellationToken cancellationToken) =>
        // Ids in the order of time, so that a person who reads the ledger sees which came first.
        govern(new($"{Guid.CreateVersion7(clock.GetUtcNow()):N}", accounts, because), cancellationToken);
}
