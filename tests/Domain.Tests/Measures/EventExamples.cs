using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Each event on the day before it, on its day, and where it has none: it is seen from its day on.</summary>
public class EventExamples
{
    private const string Done = "2026-09-08";

    public static TheoryData<string> Words => [.. Vocabulary.Events.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Words))]
    public void An_event_is_seen_from_its_day_on(string word)
    {
        Assert.Equal(Outcome.DoneOn(Done.Day()), On(word, Done, withDay: true));
        Assert.Equal(Outcome.DoneOn(Done.Day()), On(word, "2026-09-30", withDay: true));
        Assert.Equal(Outcome.Not, On(word, "2026-09-07", withDay: true));
        Assert.Equal(Outcome.Not, On(word, "2026-09-30", withDay: false));
    }

    [Theory]
    [InlineData(0L, null, "open", true)]
    [InlineData(null, null, "paid", true)]
    [InlineData(-1L, null, "open", true)]
    [InlineData(1L, null, "paid", false)]
    [InlineData(null, null, "open", false)]
    [InlineData(null, "2026-09-08", "open", false)]
    [InlineData(0L, "2026-09-09", "paid", false)]
    public void Paid_is_nothing_outstanding_by_the_day(long? outstanding, string? paid, string state, bool done)
    {
        Firm firm = new Firm().Account().Engagement().Invoice(outstanding: outstanding, paid: paid, state: state);
        var view = Views.Of(firm.Snapshot(Done.Day()), Policies.Shipped, Done.Day())[0];
        Assert.Equal(done, Event("paid").Of(view, new Case("invoice", "INV-1") { Item = view.Items(ItemKinds.Invoice)[0] }).IsDone);
    }

    private static Outcome On(string word, string today, bool withDay)
    {
        string? done = withDay ? Done : null;
        Firm firm = new Firm().Account().Engagement().Invoice(outstanding: withDay ? 0 : null, paid: done).Expense(approved: done).DataMapping(done).Document("D1", done, done, done, done)
            .Assigned("P1", announced: done, handover: done).Absent("P1", "2026-09-21", "2026-09-25", done);
        foreach (string step in new[] { ItemKinds.Milestone, ItemKinds.Checks, ItemKinds.Clearance, ItemKinds.Equipment, ItemKinds.RollOffPlan, ItemKinds.Offboarding })
            firm.Owed(step, done: done, person: "P1");
        var view = Views.Of(firm.Snapshot(today.Day()), Policies.Shipped, today.Day())[0];
        string kind = word switch { "paid" => ItemKinds.Invoice, "approved" => ItemKinds.Expense, "data mapping closed" => ItemKinds.DataMapping, "done" => ItemKinds.Milestone, _ => ItemKinds.Document };
        return Event(word).Of(view, new Case("thing", "T1")
        {
            Engagement = view.Engagements[0], Person = new("P1"), Assignment = view.Assignments[0],
            Item = word == "decided" ? view.Firm.AbsencesOf(new("P1"))[0] : view.Items(kind)[0],
        });
    }

    private static Event Event(string word) => Vocabulary.Events.Single(e => e.Name == word);
}
