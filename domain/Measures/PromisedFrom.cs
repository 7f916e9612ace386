using NodaTime;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>
/// Of a measure that is <c>promised from</c> a day nothing before that day is judged: no Deadline whose anchor lies before it, no period
/// of a Cadence that begins before it, nothing of all others while the day judged lies before it. The clock of a rolling Cadence starts
/// on it at the earliest, as it does on the day on which its subject begins.
/// </summary>
internal static class PromisedFrom
{
    /// <summary>Whether nothing is promised yet. Only the anchor of a Deadline can lie ahead of the day judged.</summary>
    public static bool IsAhead(Measure measure, AccountView view) => measure.PromisedFrom > view.Today && measure.Promise is not Deadline;

    /// <summary>The population's subjects of which anything is promised, each from the day on from which it is.</summary>
    public static IEnumerable<Case> Subjects(Measure measure, AccountView view)
    {
        IEnumerable<Case> all = measure.ForEach.Of(view);
        return measure.PromisedFrom is not { } from ? all : measure.Promise switch
        {
            // An anchor that is not known may lie after that day.
            Deadline deadline => all.Where(c => !(deadline.Anchor.Of(view, c) < from)),
            Cadence cadence => all.Select(c => Since(from, cadence, c, view.Today)),
            _ => all,
        };
    }

    private static Case Since(LocalDate from, Cadence cadence, Case subject, LocalDate today)
    {
        if (subject.Active.IsEmpty)
            return cadence.Rolling is null ? subject : subject with { Active = [(from, null)] };
        // A subject that is not there today has no clock that runs.
        if (cadence.Rolling is not null && !subject.IsActiveOn(today))
            return subject;
        return subject with { Active = [.. subject.Active.Where(a => !(a.To < from)).Select(a => (Later(a.From, from), a.To))] };
    }

    private static LocalDate? Later(LocalDate? start, LocalDate from) => start is { } day ? LocalDate.Max(day, from) : from;
}
