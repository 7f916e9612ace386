using System.Collections.Immutable;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>A figure stays within bounds; both bounds are themselves within.</summary>
public sealed record Threshold(Figure Figure, decimal? AtLeast, decimal? AtMost) : IPromise
{
    public ImmutableArray<Need> Needs { get; } = Figure.Needs;

    private string Bounds { get; } = (AtLeast, AtMost) switch
    {
        ({ } low, { } high) => $"between {low}{Figure.Unit} and {high}{Figure.Unit}",
        ({ } low, null) => $"at least {low}{Figure.Unit}",
        (null, { } high) => $"at most {high}{Figure.Unit}",
        _ => throw new ArgumentException("a threshold has a bound"),
    };

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view)
    {
        if (!subject.IsActiveOn(view.Today))
            return [];
        subject = subject with { Days = Figure.Window(view.Today) };
        var basis = new ThresholdBasis(Figure.Name, Figure.Unit, Bounds, Figure.Shares);
        Finding Is(Verdict verdict) => view.Finding(measure, subject, "", verdict, basis, null);
        // A figure is only as good as all of its parts (law 1c).
        if (view.OfEvidence(measure, subject, null) is { } trouble)
            return [view.Unknown(measure, subject, "", basis, null, trouble)];
        Measured measured = Figure.Of(view, subject);
        if (measured.Doubt is { } doubt)
            return [view.Unknown(measure, subject, "", basis, null, doubt)];
        if (!measured.Applies || measured.Value is not { } value)
            return [Is(Verdict.NotApplicable) with { Detail = $"there is nothing to measure {Figure.Name} by" }];
        basis = basis with { Value = value, Shared = (measured.Part, measured.Whole) };
        string? reason = value < AtLeast ? "too low" : value > AtMost ? "too high" : null;
        return [Is(reason is null ? Verdict.Met : Verdict.Breached) with { Basis = basis, Reason = reason }];
    }
}
