using System.Collections.Immutable;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>The keys of one part of a policy.</summary>
/// <param name="What">As a fault names it: <c>a deadline</c>.</param>
internal sealed record Shape(string What, ImmutableArray<string> Needs, ImmutableArray<string> May)
{
    public IEnumerable<string> Keys => Needs.Concat(May);
}
