using System.Collections.Immutable;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Functions.Runs;

/// <summary>What a run came to.</summary>
/// <param name="Committed">The accounts whose rows stand as the run found them.</param>
/// <param name="Left">The accounts that others kept writing to, left to the next run.</param>
/// <param name="Told">The transitions that its commits stored, of every account.</param>
/// <param name="Error">Why the accounts were not judged; null where they were.</param>
public sealed record RunResult(string Run, ImmutableArray<AccountId> Committed, ImmutableArray<AccountId> Left, ImmutableArray<TransitionKind> Told, string? Error)
{
    /// <summary>The accounts whose transitions could not be sent: the relay sends them.</summary>
    public ImmutableArray<AccountId> Unsent { get; init; } = [];

    /// <summary>How many findings have each verdict; empty where nothing was judged.</summary>
    public ImmutableArray<(Verdict Verdict, int Findings)> Found { get; init; } = [];

    /// <summary>How many rows each source had; empty where none was read.</summary>
    public ImmutableArray<(string Source, int Rows)> Rows { get; init; } = [];

    /// <summary>Whether it was not made, because a later run of everything had finished.</summary>
    public bool IsDropped { get; init; }
}
