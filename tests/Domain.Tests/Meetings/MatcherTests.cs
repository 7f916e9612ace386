using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;

namespace Plumbline.Domain.Tests.Meetings;

public class MatcherTests
{
    [Theory]
    [InlineData("Monthly Service Review", "service review")] // a customer attends and the title says so
    [InlineData("Catch-up", null)] // a customer attends, which is not enough
    [InlineData("Preservice reviewing", null)] // the words are not whole
    public void With_a_customer_the_title_decides(string title, string? kind) =>
        Assert.Equal(kind, Kind(Office.Meeting(title, "P1", "+x@redwood.example")));

    [Theory]
    [InlineData("1:1", "one-to-one", "P2")]
    [InlineData("P2 1:1 P1", "one-to-one", "P2")]
    [InlineData("Retro 1:1", "one-to-one", "P2", "P2@redwood.example")] // somebody from outside: by category alone
    [InlineData("1:1", null, "P2", "P3")] // three
    [InlineData("1:1", null, "x@elsewhere.example")] // two, and one of them a stranger
    public void Two_of_the_firm_with_the_words_are_a_one_to_one(string title, string? kind, params string[] others) =>
        Assert.Equal(kind, Kind(Office.Meeting(title, ["P1", .. others]) with { Categories = others.Length == 2 && kind is not null ? ["one-to-one"] : [] }));

    [Fact]
    public void A_category_weighs_more_than_who_attends_and_a_title_together() =>
        Assert.Equal("service review", Kind(Office.Meeting("Retro", "P1", "P2", "P3") with { Categories = ["service review"] }));

    [Fact]
    public void Of_two_categories_who_attends_and_the_title_decide() =>
        Assert.Equal("one-to-one", Kind(Office.Meeting("1:1", "P1", "P2") with { Categories = ["retrospective", "one-to-one"] }));

    [Fact]
    public void What_fits_two_kinds_equally_is_listed_by_mailbox_and_not_guessed()
    {
        Recognition recognition = Office.Recognise(Office.Meeting("Retro and health check", "P2", "P3", "P1"), Office.Meeting("Health check, retro", "P2", "P3", "P1") with { Uid = "m2" });
        Assert.Empty(recognition.Activities);
        Assert.Equal([(new PersonId("P2"), 2)], recognition.Ambiguous.Select(a => (a.Mailbox!.Value, a.Meetings)));
    }

    [Fact]
    public void A_meeting_that_its_owner_keeps_private_is_known_by_its_category_alone()
    {
        Meeting meeting = Office.Meeting("Retro", "P2", "P3", "P1") with { Title = null };
        Assert.Null(Kind(meeting));
        Assert.Equal("retrospective", Kind(meeting with { Categories = ["retrospective"] }));
    }

    [Fact]
    public void A_matcher_that_says_only_who_attends_asks_for_no_title() =>
        Assert.Equal(2, new Matcher("one-to-one") { Exactly = 2 }.Fit(Office.Meeting("anything", "P1", "P2")));

    [Fact]
    public void A_meeting_says_nothing_of_itself_but_its_hash_and_its_start() => Assert.Equal("m1@20260910T0900Z", $"{Office.Meeting("Retro", "P1", "P2")}");

    private static string? Kind(Meeting meeting)
    {
        (Matcher Matcher, int? Fit)[] fits = [.. Office.Matchers.Select(m => (m, m.Fit(meeting)))];
        return fits.Max(f => f.Fit) is { } best ? Assert.Single(fits, f => f.Fit == best).Matcher.Kind : null;
    }
}
