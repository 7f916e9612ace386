using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures.Populations;

namespace Plumbline.Domain.Measures.Figures;

/// <summary>The share of invoices that were paid by their due date (IW), with days sales outstanding and its trend beside it.</summary>
public static class SharePaidOnTime
{
    private const int Months = 6;

    // No firm closes for longer: earlier due dates need no look at the calendar.
    private const int LongestClosure = 31;

    public static Figure Word { get; } = new("share paid on time", " %",
        [Revenue.Need, new(Sources.Invoices, "due_on", "outstanding", "paid_on")], Window, Of) { Shares = ("paid by the due date", "invoices due"), Remedy = Remedy, Called = "the share paid on time", Meaning = Meaning };

    private static Meaning Meaning => new(
        "Of the invoices due in the 6 months before the day judged, those paid by their due date, by number and in per cent.",
        "One due on a day that is no working day is in time if paid on the next working day, which is also its day for the window.",
        "An invoice paid with something outstanding is not paid.",
        "Days sales outstanding and its trend stand in the evidence.")
    {
        With = ["days sales outstanding", "what is outstanding"],
        Example = """
            - id: paid-by-the-date
              title: Of the invoices due within 6 months 90 % are paid by their due date
              for each: account
              threshold: { figure: share paid on time, at least: 90 }
            """,
    };

    /// <summary>What was paid late stays late; as many in time among as many invoices is what it takes.</summary>
    private static string? Remedy(Gap gap) => gap.TooLow
        ? $"remind the customer before invoices fall due: {gap.CountMissing} more of {gap.Now.Whole.Text()} paid in time would reach {gap.Bound.Text()} %" : null;

    /// <summary>An invoice due on the day may still be paid in time.</summary>
    private static (LocalDate, LocalDate)? Window(LocalDate day) => (day.PlusMonths(-Months), day.PlusDays(-1));

    private static Measured Of(AccountView view, Case subject, LocalDate day)
    {
        LocalDate first = day.PlusMonths(-Months);
        Item[] raised = [.. view.Items(ItemKinds.Invoice).Where(i => Invoices.IsLive(i) && i is { Total: > 0 } && i.By(day, ItemDay.Raised) is not null)];
        if (Array.FindAll(raised, i => i.On(ItemDay.Due) is null && i.On(ItemDay.Raised) >= first) is { Length: > 0 } endless)
            return Undated([.. endless.Select(i => i.Id).Order(StringComparer.Ordinal)]);
        List<(Item Invoice, LocalDate Due)> due = [];
        foreach (Item invoice in raised)
            if (invoice.On(ItemDay.Due) is { } written && written < day && written.PlusDays(LongestClosure) >= first)
            {
                if (InTimeUntil(written, view) is not { } until)
                    return new(null, view.CalendarEnds());
                if (until >= first && until < day)
                    due.Add((invoice, until));
            }
        var dated = due.FindAll(d => d.Invoice.OutstandingOn(day) > 0 || d.Invoice.On(ItemDay.Paid) is not null);
        return dated.Count > 0 ? Share(view, day, dated)
            : due.Count > 0 ? Measured.Unsure(Reasons.FigureIncomplete, "the days on which its invoices were paid are not given", $"give 'paid_on' of what is paid in {Sources.Invoices}") : Measured.DoesNotApply;
    }

    private static Measured Undated(IReadOnlyCollection<string> invoices) =>
        Measured.Unsure(Reasons.FigureIncomplete, $"the due date of {Phrases.Any(invoices, "and")} is not given", $"give the due date of {Phrases.Any(invoices, "and")} in {Sources.Invoices}");

    /// <summary>The due date itself, or the first working day after it.</summary>
    private static LocalDate? InTimeUntil(LocalDate due, AccountView view) => view.Calendar.Plus(due.PlusDays(-1), 1);

    private static Measured Share(AccountView view, LocalDate day, List<(Item Invoice, LocalDate Due)> due)
    {
        Item[] late = [.. due.Where(d => d.Invoice.OutstandingOn(day) > 0 || d.Invoice.On(ItemDay.Paid) > d.Due).Select(d => d.Invoice)];
        return Measured.Share(due.Count - late.Length, due.Count) with
        {
            Beside = [.. DaysSalesOutstanding.Of(view, day)],
            Rows = [.. late.Select(i => (i.Id, (Money?)new Money(i.OutstandingOn(day), i.Currency)))],
        };
    }
}
