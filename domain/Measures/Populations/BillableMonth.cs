using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Each engagement and calendar month, ended before the day judged, with billable hours above zero.</summary>
public static class BillableMonth
{
    public static Population Word { get; } = new("billable month", Sources.Engagements,
        [new(Sources.Engagements, "account_id"), new(Sources.Time, "entry_date", "engagement_id", "hours", "billable")], Of);

    private static IEnumerable<Case> Of(AccountView view)
    {
        foreach (Engagement engagement in view.Engagements)
            foreach (var month in view.WorkOf(engagement.Id).GroupBy(w => w.Month))
            {
                LocalDate first = month.Key.OnDayOfMonth(1), last = first.PlusMonths(1).PlusDays(-1);
                if (last < view.Today && month.Sum(w => w.BillableHours) > 0)
                    yield return new("billable month", engagement.Id.Value)
                    {
                        Name = engagement.Name, Occasion = month.Key.Text(), Engagement = engagement,
                        Work = [.. month], Month = month.Key, Days = (first, last),
                    };
            }
    }
}
