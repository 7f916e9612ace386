using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Each engagement and calendar month, ended before the day judged, with billable hours above zero.</summary>
public static class BillableMonth
{
    public static Population Word { get; } = new("billable month", Sources.Engagements,
        [new(Sources.Engagements, "account_id"), new(Sources.Time, "entry_date", "engagement_id", "hours", "billable")], Of);

    private static IEnumerable<Case> Of(AccountView view) =>
        from engagement in view.Engagements
        from month in view.WorkOf(engagement.Id).GroupBy(w => w.Month)
        let days = month.Key.ToDateInterval()
        where days.End < view.Today && month.Sum(w => w.BillableHours) > 0
        select new Case("billable month", engagement.Id.Value)
        {
            Name = engagement.Name, Occasion = $"{month.Key.Year:D4}-{month.Key.Month:D2}", Engagement = engagement,
            Work = [.. month], Month = month.Key, Days = (days.Start, days.End),
        };
}
