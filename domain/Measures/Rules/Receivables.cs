using System.Collections.Immutable;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Measures.Rules;

/// <summary>What invoices come to, once they are raised.</summary>
public static class Receivables
{
    private const string DebtCollected = """
        - id: debt-collected
          title: No debt is more than 30 days overdue
          for each: invoice
          deadline: { done: paid, within: 30 days, after: due date }
          warn: 7 days
          severity: high
          alert on old: yes
          roll up: ageing
        """;

    public static ImmutableArray<Entry> All { get; } =
    [
        new("what is outstanding", new(
            "What is outstanding on the day judged is the file's figure, or the total where the invoice was paid after that day.",
            "It decides whatever status or `paid_on` say, and a contradiction is noted.",
            "A blank figure is zero where the status is paid, else the total, and noted.",
            "Zero with no day of payment is closed: `met`, day unknown.")
        {
            Example = DebtCollected,
        })
        {
            Needs = [new(Sources.Invoices, "outstanding", "total", "status", "paid_on")],
        },
        new("credited invoices", new(
            "A month that was invoiced must still be invoiced on the day judged: credit notes of that engagement and period that take it below the share for more than 5 working days make it not done, reason `credited`.",
            "A month invoiced in full again is done on its first day.",
            "Without values, it is credited when the net falls to zero or below; a credit note is never the first invoice.")
        {
            With = ["total"],
            Example = """
                - id: month-invoiced
                  title: Invoices are raised within 3 working days of month end
                  for each: billable month
                  deadline: { done: { total: { of: invoiced net, reaches: 99 %, share of: billable value } }, within: 3 working days, after: month end }
                """,
        })
        {
            Needs = [new(Sources.Invoices, "engagement_id", "period", "raised_on", "net", "total")],
        },
        new("ageing bands", new(
            "Receivables by days since they were due: `not due`, `1-30`, `31-60`, `61-90`, `over 90`, `no due date` and `credit`, for each currency and disputed apart.",
            "They add up to the `outstanding` of all usable rows that are not draft or void.",
            "Rows of unknown accounts stand under `(firm)`.")
        {
            With = ["what is outstanding"],
            Example = DebtCollected,
        })
        {
            Needs = [new(Sources.Invoices, "due_on", "outstanding", "currency", "status", "disputed")],
        },
        new("days sales outstanding", new(
            "What is outstanding gross, over what was invoiced gross in the last 90 days, times 90.",
            "It stands with its trend in the evidence of `share paid on time`, and decides no verdict.")
        {
            With = ["what is outstanding"],
            Example = """
                - id: paid-by-the-date
                  title: Of the invoices due within 6 months 90 % are paid by their due date
                  for each: account
                  threshold: { figure: share paid on time, at least: 90 }
                """,
        })
        {
            Needs = [new(Sources.Invoices, "raised_on", "total", "outstanding")],
        },
    ];
}
