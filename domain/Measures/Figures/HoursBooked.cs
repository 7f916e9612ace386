using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>Hours that a person booked for the days on the account, by the day of their submission.</summary>
public static class HoursBooked
{
    public static Amount Word { get; } = new("hours booked", "booked", "book and submit",
        [new(Sources.Time, "entry_date", "person_id", "hours", "submitted_on")], Of)
        {
            InHours = true, RemedyFor = subject => subject.Person is { } person ? $"have {person} book and submit" : null, Meaning = Meaning,
        };

    private static Meaning Meaning => new(
        "The hours that the person booked on days of the week on which the person is on the account, for whatever engagement and of whatever kind.",
        "They count from the day of their submission, `submitted_on` (blank: the day of the entry), so that the promise is kept on the day on which they first reach the share.",
        "A correction that takes hours away later does not undo it.")
    {
        Example = """
            - id: time-booked-in-time
              title: Each person books 80 % of the hours available within a working day of the week's end
              for each: person week
              deadline: { done: { total: { of: hours booked, reaches: 80 %, share of: available hours } }, within: 1 working day, after: week end }
            """,
    };

    private static Parts Of(AccountView view, Case subject) => new([], true)
    {
        HoursOn = Submitted(view, subject),
        Doubt = subject.Person is { } person && view.Firm.LostTimeOf(person) is { Count: > 0 } lost && lost.Any(f => IsOf(subject, f.Names.Day)) ? Reasons.RowsQuarantined : null,
    };

    // There is a case for each person and week: nothing is made for it but what it needs.
    private static ImmutableArray<(LocalDate On, decimal Hours)> Submitted(AccountView view, Case subject)
    {
        var hours = ImmutableArray.CreateBuilder<(LocalDate, decimal)>();
        foreach (Work work in subject.Work)
            foreach (DayHours day in work.Days)
                if (day.SubmittedOn(work.Week.Monday) is { } submitted && submitted <= view.Today && subject.IsActiveOn(work.Week.Monday.PlusDays(day.Weekday)))
                    hours.Add((submitted, day.Hours));
        return hours.DrainToImmutable();
    }

    private static bool IsOf(Case subject, LocalDate? day) => day is null || (subject.Days is var (first, last) && first <= day && day <= last);
}
