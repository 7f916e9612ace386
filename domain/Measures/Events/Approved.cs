using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures.Events;

/// <summary>The item is approved; or every entry of the work is, on the day of the latest approval.</summary>
public static class Approved
{
    public static Event Word { get; } = new("approved", "approved", "approve it, or send it back",
        [new(Sources.Expenses, "approved_on") { WithPopulation = true }, new(Sources.Time, "approved_on") { WithPopulation = true }], Of) { RemedyFor = Remedy, Meaning = Meaning };

    private static Meaning Meaning => new(
        "The claim has its `approved_on`, or every entry of the timesheet has one.",
        "A timesheet is approved on the day of its latest approval; one entry without approval leaves all of it open.")
    {
        Example = """
            - id: expenses-in-time
              title: Expenses are approved within 2 working days of the week in which they were submitted
              for each: expense claim
              deadline: { done: approved, within: 2 working days, after: week end }
              alert per: occasion
            """,
    };

    /// <summary>Of a claim it is known how much it is, of a timesheet how many entries wait.</summary>
    private static string? Remedy(AccountView view, Case subject) => subject switch
    {
        { Item: { Total: { } total } item } => $"approve claim {item.Id} of {new Money(total, item.Currency)}, or send it back",
        { Work.Count: > 0 } => subject.Work.Sum(w => w.NotApproved) is var waiting && waiting == 1
            ? $"approve the entry of {subject.Person} on {subject.Engagement?.Id} that waits, or send it back" : $"approve the {waiting} entries of {subject.Person} on {subject.Engagement?.Id} that wait, or send them back",
        _ => null,
    };

    private static Outcome Of(AccountView view, Case subject)
    {
        if (subject.Item is { } item)
            return Outcome.If(item.By(view.Today, ItemDay.Approved));
        LocalDate? latest = null;
        foreach (Work work in subject.Work)
            if (work.NotApproved > 0)
                return Outcome.Not;
            else if (work.LatestApproval is { } day && (latest is not { } so || day > so))
                latest = day;
        return Outcome.If(latest);
    }
}
