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
    public static Occurrences Of(Cadence cadence, Case subject, AccountView view)
    {
        List<LocalDate> counted = [], booked = [];
        List<(LocalDate, Trouble)> unsure = [];
        foreach (Activity activity in About(subject, view))
        {
            if (!cadence.Activities.Contains(activity.Kind))
                continue;
            var (attended, why) = Attendance.Of(cadence.AttendedByAll, activity, view);
            // A booking is the one fact of the future that is used; what claims to have been held later is not known yet.
            if (activity.On > view.Today && activity.Rung < Rung.Held && attended)
                booked.Add(activity.On);
            if (activity.On > view.Today || activity.Rung < cadence.Evidence)
                continue;
            if (attended)
                counted.Add(activity.On);
            else if (why is not null)
                unsure.Add((activity.On, why));
        }
        counted.Sort();
        booked.Sort();
        return new([.. counted], [.. unsure], [.. booked]);
    }

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

    private static IEnumerable<Activity> About(Case subject, AccountView view)
    {
        if (subject.Person is { } person)
            return view.ActivitiesOf(person);
        return subject.Engagement is { } engagement ? view.Activities.Where(a => a.Engagement == engagement.Id) : view.Activities;
    }
}
