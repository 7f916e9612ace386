using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>How a firm reckons, as <c>firm.yaml</c> says it; what it leaves out is as shipped.</summary>
internal sealed record Firm(string Zone, Region Region)
{
    public ImmutableArray<LocalDate> Closures { get; init; } = [];

    public int FinancialYearFrom { get; init; } = 1;

    public int LookBackMonths { get; init; } = Policy.DefaultLookBackMonths;

    public ImmutableHashSet<string> MayBeEmpty { get; init; } = [];

    public ImmutableDictionary<string, string> OwnWords { get; init; } = ImmutableDictionary<string, string>.Empty;

    public string? Operations { get; init; }

    public ImmutableDictionary<string, string> SourceOwners { get; init; } = ImmutableDictionary<string, string>.Empty;

    public LocalDate? WatchFrom { get; init; }

    public ImmutableArray<string> CareerLevels { get; init; } = [];

    public ImmutableDictionary<string, string> LeadLevels { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableDictionary<string, string> Stages { get; init; } = ImmutableDictionary<string, string>.Empty;
}
