using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;

namespace Plumbline.Domain.Tests.Meetings;

/// <summary>How far a meeting got by the copies that were read: who organises has accepted, everybody's own copy shows their own answer, the organiser's all.</summary>
public class AcceptanceTests
{
    [Theory]
    [InlineData("P1's copy alone, the customer organises", "Held", "Service review", "P1", "x@redwood.example", "+P1")]
    [InlineData("and P1 has not answered: the customer was there", "Held", "Service review", "P1", "x@redwood.example", "P1")]
    [InlineData("and P1, the only one of the firm, declined: only the customer is required", "Held", "Service review", "P1", "x@redwood.example", "-P1")]
    [InlineData("a colleague organises, whose mailbox was not read", "Scheduled OrganiserNotRead P2", "Service review", "P1", "P2", "+P1", "+x@redwood.example")]
    [InlineData("somebody who is not in people.csv organises", "Scheduled OrganiserUnknown", "Service review", "P1", "team@firm.example", "+P1", "+x@redwood.example")]
    [InlineData("somebody from elsewhere organises", "Scheduled OrganiserUnknown", "Service review", "P1", "x@elsewhere.example", "+P1", "+x@redwood.example")]
    [InlineData("an attendee's own acceptance is enough where the organiser is the other party", "Held", "1:1", "P2", "P1", "+P2")]
    [InlineData("an attendee's own refusal is known", "Scheduled", "1:1", "P2", "P1", "-P2")]
    [InlineData("an attendee who has not answered is known not to have", "Scheduled", "1:1", "P2", "P1", "P2")]
    [InlineData("one acceptance is enough for a retrospective, and P1's copy would show whether P3 was there", "Held OrganiserNotRead P1", "Retro", "P2", "P1", "+P2", "P3")]
    [InlineData("P3 may have accepted", "Scheduled OrganiserNotRead P1", "Retro", "P2", "P1", "P2", "P3")]
    public void An_attendees_copy_shows_who_organises_and_the_attendees_own_answer(string why, string expected, string title, string mailbox, params string[] addresses) =>
        Assert.Equal((why, expected), (why, Said(Office.Recognise(Office.Meeting(title, addresses) with { IsOrganisers = false, Mailbox = new(mailbox) }))));

    [Fact]
    public void Own_copies_of_two_attendees_together_show_both_answers()
    {
        Meeting copy = Office.Meeting("Retro", "P1", "P2", "+P3") with { IsOrganisers = false };
        Assert.Equal("Held", Said(Office.Recognise(copy with { Mailbox = new("P2") }, copy with { Mailbox = new("P3") })));
    }

    [Fact]
    public void An_acceptance_that_the_organisers_copy_has_not_heard_of_counts() =>
        Assert.Equal("Held", Said(Office.Recognise(Office.Meeting("1:1", "P1", "P2"), Office.Meeting("1:1", "P1", "+P2") with { IsOrganisers = false, Mailbox = new("P2") })));

    [Fact]
    public void An_organiser_whose_mailbox_was_read_and_does_not_show_the_meeting_leaves_no_doubt() =>
        Assert.Equal("Scheduled", Said(Office.Recognise("2026-09-30", ["P2"], Office.Meeting("Service review", "P2", "+P1", "+x@redwood.example") with { IsOrganisers = false, Mailbox = new("P1") })));

    [Fact]
    public void An_organisers_copy_without_an_answer_leaves_a_doubt() =>
        Assert.Equal("Scheduled AnswerMissing", Said(Office.Recognise(With(Office.Meeting("Service review", "P1", "x@redwood.example"), a => a.IsOrganiser ? a : a with { Answer = Answer.NotShown }))));

    [Theory]
    [InlineData("a colleague organises, whose mailbox is missing", "Held A1 P1;P2 UnheardOutsider", "P2", "+P1", "+sponsor@redwood.example")]
    [InlineData("of the same colleagues nothing is shown either", "Held A1 P1;P2 UnheardOutsider, UnheardColleague", "P2", "+P1", "+P3", "+sponsor@redwood.example")]
    [InlineData("somebody whom the register does not know would not count in any case", "Held A1 P1;P2 None", "P2", "+P1", "+x@elsewhere.example", "+y@firm.example")]
    [InlineData("the customer organises: that mailbox is not ours to read", "Held A1 C1;P1 None", "sponsor@redwood.example", "+P1", "+y@redwood.example")]
    public void Who_else_was_there_only_the_organisers_copy_shows(string why, string expected, params string[] addresses) =>
        Assert.Equal((why, expected), (why, Left(Office.Meeting("Visit", addresses) with { IsOrganisers = false, Mailbox = new("P1") })));

    [Fact]
    public void An_organisers_copy_that_was_read_leaves_no_answer_unheard()
    {
        Meeting organised = Office.Meeting("Visit", "P2", "+P1", "sponsor@redwood.example");
        Activity only = Assert.Single(Office.Recognise(organised, organised with { IsOrganisers = false, Mailbox = new("P1") }).Activities);
        Assert.Equal((Rung.Held, null, LeftOut.None), (only.Rung, only.Doubt, only.LeftOut));
    }

    [Theory]
    [InlineData("Service review")]
    [InlineData("Retro")] // nor somebody from outside
    public void A_room_of_the_customers_is_nobody_present_though_it_accepts(string title) =>
        Assert.Equal("Scheduled A1 P1 CustomerRoom", Left(With(Office.Meeting(title, "P1", "+room@redwood.example"), a => a.IsOrganiser ? a : a with { IsRoom = true })));

    [Theory]
    [InlineData("Service review", "Scheduled A1 P2 Unnamed")]
    [InlineData("1:1", "Scheduled A1 P2 Unnamed")]
    [InlineData("Retro", "Scheduled A1 P2 Unnamed")]
    public void Somebody_without_an_address_is_nobody_present(string title, string expected) =>
        Assert.Equal(expected, Left(With(Office.Meeting(title, "P2", "+x@elsewhere.example"), a => a.IsOrganiser ? a : a with { IsUnnamed = true, Who = Party.Unnamed })));

    [Fact]
    public void Whether_nobody_from_outside_was_there_is_not_told_where_somebody_has_no_address() => Assert.Equal("Scheduled AttendeeUnnamed",
        Said(Office.Recognise(With(Office.Meeting("Retro", "P2", "+P3", "+x@elsewhere.example"), a => a.Who.Person is null ? a with { IsUnnamed = true, Who = Party.Unnamed } : a))));

    private static Meeting With(Meeting meeting, Func<Attendee, Attendee> change) => meeting with { Attendees = [.. meeting.Attendees.Select(change)] };

    private static string Said(Recognition recognition) =>
        string.Join(", ", recognition.Activities.Select(a => $"{a.Rung} {a.Doubt} {a.Organiser}".TrimEnd()));

    private static string? Left(Meeting meeting) => Office.Recognise(meeting).Activities is [var only] ? $"{only.Rung} {only.Account} {string.Join(';', only.Participants)} {only.LeftOut}" : null;
}
