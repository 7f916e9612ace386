using System.Collections.Immutable;
using Plumbline.Functions.Runs;

namespace Plumbline.Functions.Triggers;

/// <summary>What a run came to, as its caller is answered.</summary>
/// <param name="Committed">How many accounts stand as the run found them.</param>
/// <param name="Left">The accounts left to the next run, because others kept writing to them.</param>
/// <param name="Told">How many alerts opened, worsened and so on, by the name of the transition.</param>
/// <param name="Error">Why the accounts were not judged; null where they were.</param>
public sealed record RunAnswer(string Run, int Committed, ImmutableArray<string> Left, IReadOnlyDictionary<string, int> Told, string? Error)
{
    public static RunAnswer Of(RunResult result) => new(
        result.Run, result.Committed.Length, [.. result.Left.Select(a => a.Value)],
        result.Told.GroupBy(t => t).OrderBy(g => g.Key).ToDictionary(g => $"{g.Key}".ToLowerInvariant(), g => g.Count()), result.Error);
}
