using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The Sunday of the ISO week that the subject is for.</summary>
public static class WeekEnd
{
    public static Anchor Word { get; } = new("week end", [], (_, subject) => subject.Days is var (_, last) ? IsoWeek.Of(last).Sunday : null) { Phrase = "the end of the week", Meaning = Meaning };

    private static Meaning Meaning => new(
        "The Sunday of the ISO week that the subject is for.",
        "`2 working days` after it is the second working day of the next week, which is the Tuesday where no holiday falls before it.")
    {
        With = ["working days"],
        Example = """
            - id: timesheets-in-time
              title: Timesheets are approved within 2 working days of the week's end
              for each: timesheet
              deadline: { done: approved, within: 2 working days, after: week end }
            """,
    };
}
