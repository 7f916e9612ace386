using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>Figures stay within bounds, all of them.</summary>
public sealed record Threshold(params ImmutableArray<Bound> AllOf) : IPromise
{
    public ImmutableArray<Need> Needs { get; } = [.. AllOf.SelectMany(b => b.Needs)];

    public string InWords => Phrases.And(AllOf.Select(b => b.InWords()));

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view)
    {
        if (!subject.IsActiveOn(view.Today))
            return [];
        subject = subject with { Days = Window(view.Today) };
        // A figure is only as good as all of its parts (law 1c).
        if (view.OfEvidence(measure, subject, null) is { } trouble)
            return [view.Unknown(measure, subject, "", NothingCompared.Instance, null, trouble)];
        var weighed = AllOf.Select(b => b.Weigh(view, subject)).ToArray();
        var basis = new ThresholdBasis([.. weighed.Select(w => w.Weighed)]);
        Finding Is(Verdict verdict) => view.Finding(measure, subject, "", verdict, basis, null);
        // One figure out of bounds is enough, whatever the others are.
        if (basis.Faults(Verdict.Breached) is { Length: > 0 } faults)
            return [Is(Verdict.Breached) with { Reason = string.Join(", ", faults) }];
        if (weighed.Select(w => w.Doubt).FirstOrDefault(d => d is not null) is { } doubt)
            return [view.Unknown(measure, subject, "", basis, null, doubt)];
        if (basis.Faults(Verdict.AtRisk) is { Length: > 0 } risks)
            return [Is(Verdict.AtRisk) with { Reason = string.Join(", ", risks) }];
        // What does not apply is left out; where nothing does, neither does the measure.
        return [basis.Applies ? Is(Verdict.Met) : Is(Verdict.NotApplicable) with { Reason = basis.All.Select(w => w.Reason).FirstOrDefault(r => r is not null), Detail = basis.WhyNot }];
    }

    /// <summary>The days that any of the figures is measured over; none said where one of them looks at all there is, or at more than one day back.</summary>
    private (LocalDate First, LocalDate Last)? Window(LocalDate today)
    {
        (LocalDate First, LocalDate Last)? all = null;
        foreach (Bound bound in AllOf)
        {
            if (bound.Figure.Window(today) is not var (first, last) || bound.Change?.Since is not null)
                return null;
            all = all is var (start, end) ? (LocalDate.Min(start, first), LocalDate.Max(end, last)) : (first, last);
        }
        return all;
    }
}
