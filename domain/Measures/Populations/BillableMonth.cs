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
        {
            Dictionary<YearMonth, List<Work>> months = [];
            foreach (Work work in view.WorkOf(engagement.Id))
                FirmView.Add(months, work.Month, work);
            foreach ((YearMonth month, List<Work> work) in months)
            {
                LocalDate first = month.OnDayOfMonth(1), last = first.PlusMonths(1).PlusDays(-1);
                if (last < view.Today && work.Sum(w => w.BillableHours) > 0)
                    yield return new("billable month", engagement.Id.Value)
                    {
                        Name = engagement.Name, Occasion = month.Text(), Engagement = engagement,
                        Work = [.. work], Month = month, Days = (first, last),
                    };
            }
        }
    }
}
