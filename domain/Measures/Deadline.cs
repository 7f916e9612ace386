using System.Collections.Immutable;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>What must have happened: every event of a list, or an amount that reaches a share of another.</summary>
public sealed record Completion(ImmutableArray<Event> AllOf)
{
    public Amount? Total { get; init; }

    /// <summary>The share to reach, in per cent.</summary>
    public decimal Reaches { get; init; }

    public Amount? ShareOf { get; init; }
}

/// <summary>Something is done within a time before or after something else. Without a time, it is due on the anchor's day.</summary>
public sealed record Deadline(Completion Done, CalendarSpan Within, bool Before, Anchor Anchor) : IPromise
{
    public ImmutableArray<Need> Needs { get; } = [];

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view) => throw new InvalidOperationException();
}
