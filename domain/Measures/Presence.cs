using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>The working days on which a person was there: employed, and without a decided absence.</summary>
internal static class Presence
{
    /// <summary>So many days of presence make a period count for a person.</summary>
    public const int Enough = 5;

    /// <summary>Whether the person was there on fewer than <see cref="Enough"/> working days of the period; no where that cannot be told.</summary>
    public static bool IsPaused(Case subject, AccountView view, CalendarPeriod period)
    {
        if (subject.Person is not { } id || !view.Firm.Has(Sources.People) || !view.Firm.Has(Sources.Absences))
            return false;
        return WorkingDays(id, view, period.First, period.Last) < Enough;
    }

    /// <summary>On how many working days of those it is about the subject was on the account and there; null where that cannot be told.</summary>
    public static int? WorkingDays(Case subject, AccountView view)
    {
        if (subject is not { Person: { } id, Days: var (first, last) })
            return null;
        int? there = 0;
        // Stretches lie apart, so that no day counts twice.
        foreach (var (from, to) in subject.Active)
            if (LocalDate.Max(from ?? first, first) is var begin && LocalDate.Min(to ?? last, last) is var end && begin <= end)
                there += WorkingDays(id, view, begin, end);
        return there;
    }

    /// <summary>On how many working days of these the person was there; null where it is not known which days are working ones.</summary>
    public static int? WorkingDays(PersonId id, AccountView view, LocalDate first, LocalDate last)
    {
        Person? person = view.Firm.Person(id);
        IReadOnlyList<Item> absences = Within(view.Firm.AbsencesOf(id), first, last);
        // Most people are there all the time: then only the days themselves count.
        if (absences.Count == 0 && IsEmployed(person, first) && IsEmployed(person, last))
            return view.Calendar.WorkingDays(first, last);
        int there = 0;
        for (LocalDate day = first; day <= last; day = day.PlusDays(1))
        {
            if (view.Calendar.IsWorking(day) is not { } working)
                return null;
            if (working && IsThere(person, absences, day, view.Today))
                there++;
        }
        return there;
    }

    /// <summary>The person's absences where any of them touches these days; else none to look through.</summary>
    public static IReadOnlyList<Item> Within(IReadOnlyList<Item> absences, LocalDate first, LocalDate last)
    {
        for (int i = 0; i < absences.Count; i++)
            if (Overlaps(absences[i], first, last))
                return absences;
        return [];
    }

    private static bool Overlaps(Item absence, LocalDate first, LocalDate last) => !(absence.On(ItemDay.From) > last) && !(absence.On(ItemDay.To) < first);

    /// <param name="absences">Those of the person; one that was not decided by today is none yet.</param>
    public static bool IsThere(Person? person, IReadOnlyList<Item> absences, LocalDate day, LocalDate today)
    {
        if (!IsEmployed(person, day))
            return false;
        for (int i = 0; i < absences.Count; i++)
            if (Overlaps(absences[i], day, day) && absences[i].By(today, ItemDay.Decided) is not null)
                return false;
        return true;
    }

    private static bool IsEmployed(Person? person, LocalDate day) => person is null || !(person.StartedOn > day || person.EndedOn < day);
}
