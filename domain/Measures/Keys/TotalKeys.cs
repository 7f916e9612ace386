using System.Collections.Immutable;

namespace Plumbline.Domain.Measures.Keys;

/// <summary>The keys of a total.</summary>
public static class TotalKeys
{
    private const string MonthInvoiced = """
        - id: month-invoiced
          title: Invoices are raised within 3 working days of month end
          for each: billable month
          deadline: { done: { total: { of: invoiced net, reaches: 99 %, share of: billable value } }, within: 3 working days, after: month end }
        """;

    public static ImmutableArray<Entry> All { get; } =
    [
        new("of", new(
            "The amount that grows: its parts are added up in the order of their days.",
            "Money is compared with money of the same currency, and hours with hours.")
        {
            With = ["invoiced net", "hours booked"],
            Example = MonthInvoiced,
        }),
        new("reaches", new(
            "The share in per cent at which the total is enough.",
            "The share itself is enough: 99 % of 1,000 is reached at 990.")
        {
            Example = MonthInvoiced,
        }),
        new("share of", new(
            "The amount that the share is a share of.",
            "Where it cannot be known, the amount's own rule says what fulfils the promise instead, or the finding is `unknown`.")
        {
            With = ["billable value", "available hours"],
            Example = MonthInvoiced,
        }),
    ];
}
