using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.DaySets;

/// <summary>The days with hours of each person on the engagement, under the person and the week.</summary>
public static class DaysWithHours
{
    private const int DaysOfAWeek = 7;

    public static DaySet Word { get; } = new("days with hours", [new(Sources.Time, "entry_date", "person_id", "engagement_id", "hours")], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each day with hours of each person on the engagement, listed by person and ISO week.",
        "A day on which corrections bring the hours of the person to zero or less is not one of them.")
    {
        Example = """
            - id: hours-under-contract
              title: Every day with hours lies within the dates of a signed statement of work
              for each: engagement
              coverage: { days: days with hours, within: signed statement of work }
            """,
    };

    private static IEnumerable<DayRange> Of(AccountView view, Case subject)
    {
        if (subject.Engagement is { } engagement)
            foreach (Work work in view.WorkOf(engagement.Id))
                foreach (DayRange day in DaysOf(work))
                    yield return day;
    }

    private static IEnumerable<DayRange> DaysOf(Work work)
    {
        for (int weekday = 0; weekday < DaysOfAWeek; weekday++)
            if ((work.Weekdays & (1 << weekday)) != 0 && work.Week.Monday.PlusDays(weekday) is var day)
                yield return new(day, day, work.Person.Value, work.Week);
    }
}
