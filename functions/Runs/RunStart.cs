using System.Collections.Immutable;

namespace Plumbline.Functions.Runs;

/// <summary>Makes one run: reads, judges, decides, commits.</summary>
public delegate Task<object> Govern(RunRequest request, CancellationToken cancellationToken);

/// <summary>A run that was asked for, and what came of it.</summary>
public sealed record StartedRun(string Run, object Result);

/// <summary>Opens a run and has it made.</summary>
public sealed class RunStart(Govern govern, TimeProvider clock)
{
    /// <param name="accounts">Empty for all.</param>
    public async Task<StartedRun> StartAsync(ImmutableArray<string> accounts, string because, CancellationToken cancellationToken)
    {
        // Ids in the order of time, so that a person reading the ledger sees which came first.
        var request = new RunRequest($"{Guid.CreateVersion7(clock.GetUtcNow()):N}", accounts, because);
        return new(request.Run, await govern(request, cancellationToken));
    }
}
