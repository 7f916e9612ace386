using System.Collections.Immutable;
using NodaTime;

namespace Plumbline.Domain.Findings;

/// <summary>What an open finding waits for: the open findings, one or more, of the measure that its own is caused by.</summary>
/// <param name="Terms">How the alerts of that measure are known.</param>
/// <param name="Findings">In order of their due days; each a Deadline's.</param>
public sealed record Cause(AlertTerms Terms, ImmutableArray<Finding> Findings)
{
    /// <summary>The day by which the first of them was due.</summary>
    public LocalDate? Since => Findings[0].Due;

    public FailingRows Rows => FailingRows.Of(Findings.Select(f => ($"{f.Subject} {f.Occasion}", f.Basis.AtStake(f))));

    /// <summary>As <c>3 timesheets are not approved, due since 4 September 2026</c>.</summary>
    public override string ToString()
    {
        Finding first = Findings[0];
        string phrase = first.Basis is DeadlineBasis { Phrase: var done } ? done : "done";
        // What is there in part is not said to be missing.
        string whole = Findings.Any(f => f.Basis is DeadlineBasis { Share.Reached.Minor: > 0 }) ? " in full" : "";
        string they = Findings.Length == 1 ? $"{first.Case.Noun} is" : $"{first.Case.Noun}s are";
        string due = first.Due is not { } day ? "" : $", due {(day < first.Ground.Today ? "since" : "by")} {day.InWords()}";
        return $"{Findings.Length} {they} not {phrase}{whole}{due}";
    }
}
