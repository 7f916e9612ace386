using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>
/// The days on which a Cadence's activity happened for one subject, by the day judged: those that count, those that would if we knew
/// who took part, and those that are booked.
/// </summary>
internal sealed record Occurrences(LocalDate[] Counted, (LocalDate On, Trouble Why)[] Unsure, LocalDate[] Booked)
{
    /// <summary>The days of those that do not count, with whom of the invited they leave out, in order of their days.</summary>
    public ImmutableArray<(LocalDate On, LeftOut Who)> LeftOut { get; private init; } = [];

    public static Occurrences Of(Cadence cadence, Case subject, AccountView view)
    {
        if (cadence.Trace is { } trace)
            return new([.. trace.Of(view, subject).Order()], trace.Later(view, subject) is { } later ? [(later, Overwritten(trace, later))] : [], []);
        List<LocalDate> counted = [], booked = [];
        List<(LocalDate, Trouble)> unsure = [];
        List<(LocalDate On, LeftOut Who)> leftOut = [];
        foreach (Activity activity in About(cadence, subject, view))
        {
            if (!cadence.Counts(activity.Kind))
                continue;
            var (attended, why) = Attendance.Of(cadence, activity, subject, view);
            // A booking is the one fact of the future that is used; what claims to have been held later is not known yet.
            if (activity.On > view.Today && activity.Rung < Rung.Held && attended)
                booked.Add(activity.On);
            if (activity.On > view.Today)
                continue;
            bool isSure = activity.Rung >= cadence.Evidence;
            if (isSure && attended)
                counted.Add(activity.On);
            else if ((activity.LeftOut & (Facts.LeftOut.CustomerRoom | Facts.LeftOut.Unnamed)) is not Facts.LeftOut.None and var who)
                leftOut.Add((activity.On, who));
            if (isSure && why is not null)
                unsure.Add((activity.On, why));
            else if (!isSure && (attended || why is not null) && activity.Doubted() is { } doubt)
                unsure.Add((activity.On, doubt));
        }
        counted.Sort();
        booked.Sort();
        return new([.. counted], [.. unsure], [.. booked]) { LeftOut = [.. leftOut.OrderBy(l => l.On)] };
    }

    private static Trouble Overwritten(Trace trace, LocalDate later) => new(Reasons.AnchorMissing, $"the latest {trace.Noun} is of {later.InWords()}, after the day judged, and the one before it is not given");

    public LocalDate? Last => Counted.Length > 0 ? Counted[^1] : null;

    /// <summary>The first day on or after this one.</summary>
    public LocalDate? FirstFrom(LocalDate day)
    {
        int at = Array.BinarySearch(Counted, day);
        while (at > 0 && Counted[at - 1] == day)
            at--;
        at = at < 0 ? ~at : at;
        return at < Counted.Length ? Counted[at] : null;
    }

    /// <summary>Why it is not certain that nothing happened on or after this day.</summary>
    public Trouble? UnsureFrom(LocalDate day) => Unsure.Where(u => u.On >= day).OrderBy(u => u.On).Select(u => u.Why).FirstOrDefault();

    private static IEnumerable<Activity> About(Cadence cadence, Case subject, AccountView view)
    {
        IEnumerable<Activity> all = cadence.Activities switch
        {
            [] => view.Activities,
            [var kind] => view.ActivitiesOf(kind),
            var kinds => kinds.SelectMany(kind => view.ActivitiesOf(kind)),
        };
        // One that names no account counts for each account of whom it names.
        if (subject.Person is { } person)
            return all.Concat(view.Firm.LooseActivitiesOf(person)).Where(a => cadence.AboutPerson && a.Person is { } about ? about == person : Attendance.Names(a, person));
        // What is looked at for the whole account is looked at for each item of an engagement of it.
        if (subject.Item is { } item)
            return all.Where(a => a.Engagement is null || a.Engagement == item.Engagement);
        if (subject.Engagement is { } engagement)
            return all.Where(a => a.Engagement == engagement.Id);
        return cadence.OfRole is { } role ? all.Concat(LooseOf(role, view)) : all;
    }

    /// <summary>A meeting that names no account counts for each account of those whose meeting it is.</summary>
    private static IEnumerable<Activity> LooseOf(string role, AccountView view) =>
        view.InRole(role).Select(a => a.Person).Distinct().SelectMany(view.Firm.LooseActivitiesOf).Distinct();
}
