using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;

namespace Plumbline.Domain.Tests.Meetings;

public class PlacementTests
{
    [Theory]
    [InlineData("A1/", "P4", "+x@redwood.example")] // the customer's account, whatever P4 works for
    [InlineData("A2/E3", "P4", "+x@shared.example")] // of two that share the domain, P4's
    [InlineData("A1/E1", "P3", "+sponsor@redwood.example")] // with the engagement of those who attend
    [InlineData("A1/", "P2", "+x@redwood.example")] // P2 works on two
    public void A_review_is_the_accounts_whose_customer_attends(string place, params string[] addresses) =>
        Assert.Equal(place, Places(Office.Meeting("Service review", addresses)));

    [Fact]
    public void With_customers_of_two_accounts_it_is_each_ones() =>
        Assert.Equal("A1/ A2/", Places(Office.Meeting("Service review", "P1", "+x@redwood.example", "+y@bluebell.example")));

    [Fact]
    public void A_shared_domain_that_nobody_narrows_is_listed_and_not_guessed()
    {
        Recognition recognition = Office.Recognise(Office.Meeting("Service review", "P1", "+x@shared.example"));
        Assert.Equal((0, 1), (recognition.Activities.Length, recognition.Unplaced));
    }

    [Theory]
    [InlineData("Retro", "A1/E1", "P2", "+P3")] // both are on E1
    [InlineData("Retro of the Ledger", "A1/E2", "P2", "+P3")] // its name decides
    [InlineData("Retro of the Ledger", "A1/E1", "P3", "+P1")] // only among those of who attends
    [InlineData("Retro", "A2/E3", "P4", "+P1")]
    [InlineData("Retro", "", "P3", "+P4")] // nothing in common
    public void Without_customers_it_is_what_those_who_attend_share(string title, string place, params string[] addresses) =>
        Assert.Equal(place, Places(Office.Meeting(title, addresses)));

    [Theory]
    [InlineData("A1/", "P2", "+P3")]
    [InlineData("/", "P1", "+P3")] // P1 has two accounts: it counts for each account of either
    public void Two_peoples_talk_is_an_accounts_only_where_neither_has_another(string place, params string[] addresses) =>
        Assert.Equal(place, Places(Office.Meeting("1:1", addresses)));

    [Fact]
    public void Assignments_count_on_the_day_of_the_meeting()
    {
        var ended = Office.Assignments.Select(a => a.Person.Value == "P2" && a.Engagement?.Value == "E2" ? a with { To = Office.Day.PlusDays(-1) } : a);
        Recognition recognition = new Recogniser(Office.Matchers, Office.Register, ended, Office.Day).Recognise([Office.Meeting("Retro", "P2", "+P1")], new HashSet<PersonId> { new("P2") });
        Assert.Equal("E1", Assert.Single(recognition.Activities).Engagement?.Value);
    }

    [Theory]
    [InlineData("crm", null)] // another system than the PSA
    [InlineData(null, "O1")] // a pursuit alone
    public void Whoever_is_not_on_an_account_brings_no_meeting_to_it(string? system, string? pursuit)
    {
        var elsewhere = Office.Assignments.Append(new(new("P3"), "sales lead", null, null) { Account = new("A2"), System = system, Opportunity = pursuit });
        Recognition recognition = new Recogniser(Office.Matchers, Office.Register, elsewhere, Office.Day).Recognise([Office.Meeting("1:1", "P2", "+P3")], new HashSet<PersonId> { new("P2") });
        Assert.Equal("A1", Assert.Single(recognition.Activities).Account?.Value);
    }

    [Fact]
    public void A_meeting_that_names_nobody_we_know_is_no_activity_of_everybody() =>
        Assert.Empty(Office.Recognise(Office.Meeting("1:1", "team@firm.example", "+others@firm.example")).Activities);

    private static string Places(Meeting meeting) => string.Join(' ', Office.Recognise(meeting).Activities.Select(a => $"{a.Account}/{a.Engagement}"));
}
