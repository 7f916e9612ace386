using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.DaySets;

/// <summary>From the first to the last day with hours in each week of each person on the engagement; corrections that leave nothing are no hours.</summary>
public static class DaysWithHours
{
    public static DaySet Word { get; } = new("days with hours", [new(Sources.Time, "entry_date", "person_id", "engagement_id", "hours")], Of);

    private static IEnumerable<DayRange> Of(AccountView view, Case subject)
    {
        if (subject.Engagement is { } engagement)
            foreach (Work work in view.WorkOf(engagement.Id))
                if (work.Hours > 0)
                    yield return new(work.FirstDay, work.LastDay, $"{work.Person} {work.Week}");
    }
}
