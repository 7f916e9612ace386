using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>
/// Something is done within a time before or after something else; with no time, on the anchor's day. It is kept until the end of the
/// day on which it is due.
/// </summary>
/// <param name="AndBefore">A day on which it is due at the latest; where it is not known, or had come when the subject began, it bounds nothing.</param>
public sealed record Deadline(Completion Done, CalendarSpan Within, bool Before, Anchor Anchor, Anchor? AndBefore = null) : IPromise
{
    public ImmutableArray<Need> Needs { get; } = [.. Done.Needs, .. Anchor.Needs, .. AndBefore?.Needs ?? []];

    private string Terms { get; } = Within.Count == 0 ? Anchor.Phrase : $"{Within} {(Before ? "before" : "after")} {Anchor.Phrase}";

    private string Phrase { get; } = Done.Phrase;

    public string InWords =>
        $"{Done.InWords} {(Within.Count > 0 && !Before ? "within" : "by")} {Terms}{(AndBefore is null ? "" : $", and by {AndBefore.Phrase}")}";

    public IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view)
    {
        LocalDate? anchor = Anchor.Of(view, subject);
        string occasion = subject.Occasion ?? anchor?.Iso() ?? "";
        LocalDate? due = anchor is { } day ? Before ? Within.Before(day, view.Calendar) : Within.After(day, view.Calendar) : null;
        // What had come when the subject began (an absence asked for on its first day or later) bounds nothing.
        LocalDate? bound = AndBefore?.Of(view, subject) is { } before && !(before <= subject.Began) ? before : null;
        Progress progress = Done.Of(view, subject);
        // Of two bounds the earlier one is due.
        bool bounded = bound < due;
        due = bounded ? bound : due;
        string phrase = Done.PhraseOf(subject) ?? Phrase;
        var (from, name, terms) = bounded && AndBefore is { } other ? (bound, other.Name, other.Phrase) : (anchor, Anchor.Name, Terms);
        var basis = new DeadlineBasis(from, name, terms, phrase)
        {
            Thing = Done.Thing ?? (progress.Candidate is { } id ? $"document {id}" : null), DoneOn = progress.Outcome.On, Missing = progress.Missing, WouldTurnGreen = progress.Remedy, Share = progress.Share,
        };
        Finding Is(Verdict verdict) => view.Finding(measure, subject, occasion, verdict, basis, due);
        if (subject is { StillGrowing: true })
            return [Is(Verdict.NotDue)];
        if (due is null && (progress.Outcome.IsDone ? IsInTime(progress.Outcome, anchor) : anchor is { } counted && view.Today < measure.Earliest(EarliestDue(counted))))
            return [Is(progress.Outcome.IsDone ? Verdict.Met : Verdict.NotDue)];
        if (due is not { } last)
            return [view.Unknown(measure, subject, occasion, basis, null, Undated(measure, subject, view, anchor))];
        // Evidence that is there decides, whatever else is missing (law 1a); done on a day that nobody gives counts as in time.
        if (progress.Outcome.IsDone)
            return [Is(progress.Outcome.On is { } on && on > last ? Verdict.MetLate : Verdict.Met)];
        return [Lacking(measure, subject, view, last, progress.Outcome) switch
        {
            (var verdict, null) => Is(verdict) with { Reason = verdict == Verdict.NotDue ? null : progress.Reason },
            (_, { } trouble) => view.Unknown(measure, subject, occasion, basis, due, trouble),
        }];
    }

    /// <summary>Where the due day cannot be told, what was done is in time (law 1a), unless it was done after the day that it counts from.</summary>
    private bool IsInTime(Outcome outcome, LocalDate? anchor) => anchor is not { } day || outcome.On is not { } on || (Before ? on <= EarliestDue(day) : on <= day);

    /// <summary>A day before which it cannot be due, whatever the bank holidays of the years are that nobody knows.</summary>
    private LocalDate EarliestDue(LocalDate anchor) => Before ? anchor.Shifted(-Within.MostDays) : anchor;

    private Trouble Undated(Measure measure, Case subject, AccountView view, LocalDate? anchor) => anchor is null
        ? view.OfEvidence(measure, subject, null) ?? new(Reasons.AnchorMissing, $"the day that it counts from, the {Anchor.Name}, is not given") { Remedy = $"give the {Anchor.Name} of {subject.RowId} where it is kept, and export that file again" }
        : view.CalendarEnds();

    /// <summary>What to say while it is not done; trouble only where time has run so far that it matters.</summary>
    private static (Verdict Verdict, Trouble? Trouble) Lacking(Measure measure, Case subject, AccountView view, LocalDate due, Outcome outcome)
    {
        bool passed = view.Today > due;
        if (!passed && measure.Warn is not { })
            return (Verdict.NotDue, null);
        if (!passed && measure.Warn is { } warn)
        {
            if (warn.Before(due, view.Calendar) is not { } from)
                return view.Today < measure.Earliest(due) ? (Verdict.NotDue, null) : (Verdict.Unknown, view.CalendarEnds());
            if (view.Today < from)
                return (Verdict.NotDue, null);
        }
        Trouble? trouble = view.OfEvidence(measure, subject, passed ? due : null)
            ?? (outcome.Doubt is { } doubt ? Doubted(doubt, subject, view) : null);
        return (passed ? Verdict.Breached : Verdict.AtRisk, trouble);
    }

    private static Trouble Doubted(string doubt, Case subject, AccountView view) => doubt switch
    {
        Reasons.FigureIncomplete => new(doubt, "the weekly hours of the person are not known") { Remedy = $"give the weekly hours of {subject.Person} in {Sources.People}" },
        Reasons.RowsQuarantined => new(doubt, "entries of the person's time could not be used"),
        Reasons.HolidaysUnknown => view.CalendarEnds(),
        _ => new(doubt, "the amounts to be compared are in different currencies"),
    };
}
