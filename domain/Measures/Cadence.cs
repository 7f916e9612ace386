using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>
/// Something happens at least so often: once in every calendar <see cref="Period"/>, or never more than <see cref="Rolling"/> and
/// the <see cref="Grace"/> between one and the next. Exactly one of the two is given.
/// </summary>
/// <param name="Activities">The kinds of activity of which any one counts, in lower case.</param>
public sealed record Cadence(ImmutableArray<string> Activities) : IPromise
{
    public Every? Period { get; init; }

    public CalendarSpan? Rolling { get; init; }

    public CalendarSpan Grace { get; init; } = new(0, SpanUnit.Days);

    /// <summary>The rung that an activity must have reached to count.</summary>
    public Rung Evidence { get; init; } = Rung.Held;

    /// <summary>The parties who must all have been there: <c>customer</c>.</summary>
    public ImmutableArray<string> AttendedByAll { get; init; } = [];

    /// <summary>Whether a period in which the person was there on fewer than 5 working days does not count.</summary>
    public bool PausedByLeave { get; init; }

    public ImmutableArray<Need> Needs =>
    [
        new(Sources.Activities, "kind", "held_on") { Kinds = Activities, Or = Sources.Calendars },
        .. PausedByLeave ? ImmutableArray.Create(new Need(Sources.People, "started_on", "ended_on"), new Need(Sources.Absences, "person_id", "from", "to", "decided_on")) : [],
    ];

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view) => Rolling is { } rolling
        ? [RollingCadence.Judge(this, rolling, measure, subject, view)]
        : PeriodCadence.Judge(this, measure, subject, view);

    /// <summary>The kinds in words: <c>retrospective or squad health check</c>.</summary>
    internal string Name => string.Join(" or ", Activities);

    /// <summary>What every finding of it says alike; each adds its own days.</summary>
    internal CadenceBasis Basis =>
        new(Name, AttendedByAll.IsEmpty ? "" : $" with the {string.Join(" and the ", AttendedByAll)} present", $"every {Terms}");

    private string Terms => Rolling is { } rolling
        ? Grace.Count == 0 ? $"{rolling}" : $"{rolling}, with {Grace} of grace"
        : Period switch { Every.HalfYear => "half-year", { } period => period.ToString().ToLowerInvariant(), null => "" };
}
