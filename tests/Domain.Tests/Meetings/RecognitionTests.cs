using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;

namespace Plumbline.Domain.Tests.Meetings;

public class RecognitionTests
{
    [Theory]
    [InlineData("2026-09-10", Rung.Held, "+x@redwood.example")] // it ends on the day judged, before that day's end
    [InlineData("2026-09-09", Rung.Accepted, "+x@redwood.example")]
    [InlineData("2026-09-30", Rung.Held, "-x@redwood.example", "+y@redwood.example")] // somebody of the party is enough
    [InlineData("2026-09-30", Rung.Scheduled, "x@redwood.example")] // nobody answered
    [InlineData("2026-09-30", Rung.Scheduled, "-x@redwood.example")] // declined by the required party
    [InlineData("2026-09-30", Rung.Scheduled, "+P2", "x@redwood.example")] // a colleague's acceptance is not the customer's
    public void A_review_rises_with_the_customers_acceptance_and_its_end(string today, Rung rung, params string[] others) =>
        Assert.Equal(rung, Assert.Single(Office.Recognise(today, Office.Meeting("Service review", ["P1", .. others])).Activities).Rung);

    [Theory]
    [InlineData("1:1", Rung.Held, "+P2")]
    [InlineData("1:1", Rung.Scheduled, "P2")]
    [InlineData("Retro", Rung.Held, "P2", "+P3")]
    [InlineData("Retro", Rung.Scheduled, "P2", "P3")] // nobody but who called it
    public void Without_customers_those_invited_are_the_party(string title, Rung rung, params string[] others) =>
        Assert.Equal(rung, Assert.Single(Office.Recognise(Office.Meeting(title, ["P2", .. others.Select(o => o.Replace("P2", "P1"))])).Activities).Rung);

    [Fact]
    public void Any_mailbox_may_carry_the_category() => Assert.Equal(["retrospective A1/E1 Held P2;P3"], Office.Recognise(
        Office.Meeting("Portal look back", "P2", "+P3"), Office.Meeting("Portal look back", "P2", "P3") with { IsOrganisers = false, Mailbox = new("P3"), Categories = ["retrospective"] }).Said());

    [Fact]
    public void A_cancelled_meeting_is_none_and_has_been_seen()
    {
        Meeting meeting = Office.Meeting("Service review", "P1", "+x@redwood.example");
        Recognition cancelled = Office.Recognise(meeting with { IsCancelled = true });
        Assert.Empty(cancelled.Activities);
        Assert.Contains(meeting.Id, cancelled.Seen);
        // Who is taken off a meeting has a cancelled copy of what the others hold.
        Assert.Single(Office.Recognise(meeting, meeting with { IsOrganisers = false, IsCancelled = true, Mailbox = new("P2") }).Activities);
    }

    [Fact]
    public void Who_declined_was_not_there() =>
        Assert.Equal(["retrospective A1/E1 Held P2;P3"], Office.Recognise(Office.Meeting("Portal retro", "P2", "+P3", "-P1", "P4")).Said());

    [Fact]
    public void A_recognition_does_not_depend_on_the_order_of_what_was_read()
    {
        Meeting[] meetings = [Office.Meeting("Retro", "P2", "+P3"), Office.Meeting("Service review", "P1", "+x@redwood.example") with { Uid = "m2" }, Office.Meeting("1:1", "P1", "+P2") with { Uid = "m3" }];
        Assert.Equal(Office.Recognise(meetings).Said(), Office.Recognise([.. meetings.Reverse()]).Said());
    }
}
