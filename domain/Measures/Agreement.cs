using System.Collections.Immutable;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>Two systems tell the same story of a record.</summary>
/// <param name="Systems">The two systems, in lower case; the first is the one whose stages the stage map translates.</param>
/// <param name="Same">The fields that must be equal; <c>stage</c> through the firm's stage map.</param>
/// <param name="Within">The fields that may differ by so many per cent of the larger.</param>
public sealed record Agreement(string Record, ImmutableArray<string> Systems, ImmutableArray<string> Same, ImmutableDictionary<string, decimal> Within) : IPromise
{
    public ImmutableArray<Need> Needs { get; } = [];

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view) => throw new InvalidOperationException();
}
