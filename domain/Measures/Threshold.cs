using System.Collections.Immutable;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>A figure stays within bounds; both bounds are themselves within.</summary>
public sealed record Threshold(Figure Figure, decimal? AtLeast, decimal? AtMost) : IPromise
{
    public ImmutableArray<Need> Needs { get; } = [];

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view) => throw new InvalidOperationException();
}
