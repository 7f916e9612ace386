using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>By how much a figure must have changed.</summary>
/// <param name="By">So much at least, below zero for a figure that may fall; with <paramref name="Above"/>, more than that.</param>
/// <param name="Since">Since the same figure so long ago; null for since the reading before.</param>
public sealed record Change(decimal By, bool Above, CalendarSpan? Since)
{
    /// <summary>As a promise: <c>not less than 3 months before</c>.</summary>
    internal string InWords(string unit)
    {
        string then = Since is { } since ? $"{since} before" : "the reading before";
        string much = $"{Math.Abs(By).Text()}{unit}";
        return (Math.Sign(By), Above) switch
        {
            (0, false) => $"not less than {then}",
            (0, true) => $"more than {then}",
            (> 0, false) => $"at least {much} more than {then}",
            (> 0, true) => $"more than {much} above {then}",
            (_, false) => $"not more than {much} below {then}",
            (_, true) => $"less than {much} below {then}",
        };
    }

    internal string? WhyNot(decimal now, decimal before) =>
        Above ? now - before > By ? null : Fault : now - before >= By ? null : Fault;

    private string Fault => By > 0 ? "rose too little" : "fell too far";
}
