using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Measures;

public class AnchorExamples
{
    private static readonly Case Subject = new("thing", "T1");

    public static TheoryData<string, string?> Examples => new()
    {
        { "date raised", "2026-08-01" },
        { "due date", "2026-08-14" },
        { "end of its due week", "2026-08-16" },
        { "its end", "2026-09-30" },
        { "its start", "2026-09-01" },
        { "invoice date", "2026-07-15" },
        { "month end", "2026-02-28" },
        { "project start", "2026-03-01" },
        { "submitted", "2026-09-02" },
        { "week end", "2026-09-06" },
        { "work start", "2026-02-20" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_anchor_is_this_day(string word, string? day)
    {
        Engagement engagement = new(new("E1"), new("A1"), "Portal rebuild") { StartedOn = "2026-03-01".Day() };
        Case subject = Subject with
        {
            Engagement = engagement, Month = new YearMonth(2026, 2), Days = ("2026-08-31".Day(), "2026-09-06".Day()),
            Item = new(ItemKinds.Invoice, "INV-1") { Days = [(ItemDay.Due, "2026-08-14".Day()), (ItemDay.Anchor, "2026-08-01".Day()), (ItemDay.Raised, "2026-07-15".Day()), (ItemDay.Submitted, "2026-09-02".Day())] },
            Spell = ("2026-09-01".Day(), "2026-09-30".Day()),
        };
        Assert.Equal(day.DayOrNone(), Anchor(word).Of(View, subject));
    }

    [Fact]
    public void Without_its_fact_there_is_no_day() => Assert.All(Vocabulary.Anchors, a => Assert.Null(a.Of(Empty, Subject)));

    [Fact]
    public void An_absence_is_submitted_when_it_is_asked_for() => Assert.Equal("2026-09-03".Day(),
        Anchor("submitted").Of(Empty, Subject with { Item = new(ItemKinds.Absence, "H1") { Days = [(ItemDay.Requested, "2026-09-03".Day()), (ItemDay.From, "2026-09-21".Day())] } }));

    [Fact]
    public void Work_for_the_whole_account_starts_with_the_first_of_its_engagements() => Assert.Equal("2026-02-20".Day(), Anchor("work start").Of(View, Subject));

    [Fact]
    public void Every_anchor_has_its_example() =>
        Assert.Equal(Vocabulary.Anchors.Select(a => a.Name).Order(), Examples.Select(e => (string)e[0]).Order());

    private static Anchor Anchor(string word) => Vocabulary.Anchors.Single(a => a.Name == word);

    private static AccountView Empty => Views.Of(new Firm().Account().Snapshot("2026-09-10".Day()), Policies.Shipped, "2026-09-10".Day())[0];

    private static AccountView View =>
        Views.Of(new Firm().Account().Engagement(from: "2026-03-01").Worked("2026-02-20").Snapshot("2026-09-10".Day()), Policies.Shipped, "2026-09-10".Day())[0];
}
