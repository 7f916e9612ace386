using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The day on which work commences.</summary>
public static class WorkStart
{
    public static Anchor Word { get; } = new("work start",
        [new(Sources.Engagements, "started_on"), new(Sources.Time, "entry_date", "engagement_id", "hours")], Of) { Phrase = "the start of work", Meaning = Meaning };

    private static Meaning Meaning => new(
        "The day on which work commences: the earlier of the engagement's `started_on` and the first day with hours booked on it.",
        "Days whose hours come to zero or less do not count.",
        "Of what is for the whole account it is the earliest such day of all its engagements.")
    {
        With = ["project start"],
        Example = """
            - id: contract-first
              title: The statement of work is signed before work commences
              for each: statement of work
              deadline: { done: signed by all parties, before: work start }
              warn: 10 working days
            """,
    };

    private static LocalDate? Of(AccountView view, Case subject) => Of(view, subject.Engagement);

    /// <param name="of">Null for the whole account.</param>
    internal static LocalDate? Of(AccountView view, Engagement? of)
    {
        if (of is { } engagement)
            return Of(engagement.StartedOn, view.WorkOf(engagement.Id));
        LocalDate? earliest = null;
        foreach (Engagement each in view.Engagements)
            if (earliest is not { } so || each.StartedOn < so)
                earliest = each.StartedOn ?? earliest;
        return Of(earliest, view.Work);
    }

    private static LocalDate? Of(LocalDate? start, ArraySegment<Work> all)
    {
        foreach (Work work in all)
            if ((start is not { } so || work.FirstDay < so) && work.FirstWorked is { } first && !(first >= start))
                start = first;
        return start;
    }
}
