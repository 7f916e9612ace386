using System.Collections.Immutable;
using NodaTime;

namespace Plumbline.Domain.Facts.Meetings;

/// <summary>
/// What stays of the meetings that earlier runs recognised. What was seen once is forgotten only where every mailbox that held it was
/// read over its day and shows it no more: a mailbox that is gone, or a window that has moved on, unmakes nothing.
/// </summary>
public static class Recollection
{
    /// <summary>What is recognised now and what is remembered, each once.</summary>
    /// <param name="read">From which day on each person's mailbox was read, whole, in this run.</param>
    /// <param name="oldest">What happened before this day is forgotten.</param>
    public static ImmutableArray<Activity> Of(
        Recognition now, IReadOnlyCollection<Activity> before, Register register, IReadOnlyDictionary<PersonId, LocalDate> read, LocalDate oldest)
    {
        ILookup<string, Activity> known = before.ToLookup(a => a.Id, StringComparer.Ordinal);
        return
        [
            .. now.Activities.Where(a => a.On >= oldest).Select(a => now.SecondHand.Contains(a.Id) ? known[a.Id].FirstOrDefault(k => IsBetter(k, a)) ?? a : a),
            .. before.Where(a => a.On >= oldest && !now.Seen.Contains(a.Id) && !IsMoved(a, now, read) && !IsGone(a, register, read)),
        ];
    }

    /// <summary>The organiser's copy said more than the others do, now that it is not to be seen.</summary>
    private static bool IsBetter(Activity known, Activity seen) =>
        (known.Rung > seen.Rung || (known.Rung == seen.Rung && known.Doubt is null && seen.Doubt is not null))
        && (known.Kind, known.Account, known.On) == (seen.Kind, seen.Account, seen.On);

    /// <summary>A mailbox that was read over its day shows it on other days alone.</summary>
    private static bool IsMoved(Activity activity, Recognition now, IReadOnlyDictionary<PersonId, LocalDate> read) =>
        now.ShownIn[Meeting.UidOf(activity.Id)].Any(m => m is { } mailbox && read.TryGetValue(mailbox, out LocalDate from) && from <= activity.On);

    /// <summary>A customer's mailbox is not ours to read: what all of ours show no more is gone.</summary>
    private static bool IsGone(Activity activity, Register register, IReadOnlyDictionary<PersonId, LocalDate> read)
    {
        PersonId[] holders = [.. activity.People().Where(p => p.Value != Participants.Customer && !register.Contacts.ContainsKey(p.Value))];
        return holders.Length > 0 && holders.All(p => read.TryGetValue(p, out LocalDate from) && from <= activity.On);
    }
}
