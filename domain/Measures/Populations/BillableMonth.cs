using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures.Populations;

/// <summary>Each engagement and calendar month, ended before the day judged, with billable hours above zero.</summary>
public static class BillableMonth
{
    public static Population Word { get; } = new("billable month", Sources.Engagements,
        [new(Sources.Engagements, "account_id"), new(Sources.Time, "entry_date", "engagement_id", "hours", "billable")], Of) { Meaning = Meaning };

    private static Meaning Meaning => new(
        "Each engagement and calendar month that ended before the day judged and in which its billable hours come to more than zero.",
        "The subject is the engagement and the occasion the month, as `2026-08`.",
        "A month that began before the account's end is judged to its own due day.")
    {
        With = ["credited invoices", "begun before the end"],
        Example = """
            - id: month-invoiced
              title: Invoices are raised within 3 working days of month end
              for each: billable month
              deadline: { done: { total: { of: invoiced net, reaches: 99 %, share of: billable value } }, within: 3 working days, after: month end }
              warn: 1 working day
            """,
    };

    private static IEnumerable<Case> Of(AccountView view) => OfWork(view).Concat(Refused(view));

    private static IEnumerable<Case> OfWork(AccountView view)
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
                    yield return Month(engagement, month, (first, last), work.ToArray(), null);
            }
        }
    }

    private static Case Month(Engagement engagement, YearMonth month, (LocalDate, LocalDate)? days, ArraySegment<Work> work, Fault? refused) => new("billable month", engagement.Id.Value)
    {
        Name = engagement.Name, Occasion = month.Text(), Engagement = engagement, Work = work, Month = month, Began = month.OnDayOfMonth(1), Days = days, Refused = refused,
    };

    /// <summary>A month of which only entries that could not be used are known is one that may have to be billed.</summary>
    private static IEnumerable<Case> Refused(AccountView view)
    {
        if (view.Faults.Count == 0)
            yield break;
        var known = view.Work.Where(w => w.BillableHours > 0).Select(w => (w.Engagement, w.Month)).ToHashSet();
        foreach (Fault fault in view.Faults.Where(f => f is { Source: Sources.Time, RowLost: true }))
            if (fault.Names is { Engagement: { } id, Day: { } day } && view.Engagements.FirstOrDefault(e => e.Id == id) is { } engagement
                && day.ToYearMonth() is var month && month.OnDayOfMonth(1).PlusMonths(1) <= view.Today && known.Add((id, month)))
                yield return Month(engagement, month, days: null, ArraySegment<Work>.Empty, fault);
    }
}
