using System.Collections.Immutable;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>Each of the roles is held by so many people on the day judged.</summary>
/// <param name="Roles">In lower case.</param>
/// <param name="Holders">How many: at least so many, or, with <paramref name="Exactly"/>, neither more nor fewer.</param>
public sealed record Coverage(ImmutableArray<string> Roles, int Holders, bool Exactly) : IPromise
{
    /// <summary>Only assignments that this system states, or that name no system, count; null for those of every system.</summary>
    public string? In { get; init; }

    public ImmutableArray<Need> Needs { get; } = [];

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view) => throw new InvalidOperationException();
}
