using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Anchors;

/// <summary>The day on which work commences: the earlier of the engagement's start and its first hour booked.</summary>
public static class WorkStart
{
    public static Anchor Word { get; } = new("work start",
        [new(Sources.Engagements, "started_on"), new(Sources.Time, "entry_date", "engagement_id", "hours")], Of);

    private static LocalDate? Of(AccountView view, Case subject)
    {
        LocalDate? day = subject.Engagement?.StartedOn;
        if (subject.Engagement is { } engagement)
            foreach (Work work in view.WorkOf(engagement.Id))
                if (work.Hours > 0 && (day is not { } so || work.FirstDay < so))
                    day = work.FirstDay;
        return day;
    }
}
