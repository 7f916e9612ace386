using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>The hours that a person has for the days of a week on the account.</summary>
public static class AvailableHours
{
    private const int WorkingDaysOfAWeek = 5;

    public static Amount Word { get; } = new("available hours", "available", "be there",
        [new(Sources.People, "weekly_hours", "started_on", "ended_on"), new(Sources.Absences, "person_id", "from", "to", "decided_on")], Of) { InHours = true, Meaning = Meaning };

    private static Meaning Meaning => new(
        "A fifth of the person's weekly hours for each working day of the week, by the account's region, on which the person is on the account and employed.",
        "Leave, holidays and part weeks reduce these hours, and not the share that must be reached.",
        "Days of absences decided by the day judged count nothing; without weekly hours the finding is `unknown(figure_incomplete)`.")
    {
        With = ["working days"],
        Example = """
            - id: time-booked-in-time
              title: Each person books 80 % of the hours available within a working day of the week's end
              for each: person week
              deadline: { done: { total: { of: hours booked, reaches: 80 %, share of: available hours } }, within: 1 working day, after: week end }
            """,
    };

    private static Parts Of(AccountView view, Case subject)
    {
        if (subject.Person is not { } person || view.Firm.Person(person)?.WeeklyHours is not { } weekly)
            return new([], false) { Hours = 0, Doubt = Reasons.FigureIncomplete };
        return Presence.WorkingDays(subject, view) is { } days
            ? new([], true) { Hours = days * weekly / WorkingDaysOfAWeek }
            : new([], false) { Hours = 0, Doubt = Reasons.HolidaysUnknown };
    }
}
