using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Facts.Meetings;

namespace Plumbline.Domain.Tests.Meetings;

public class RecollectionTests
{
    private static readonly Activity Review = new("old", "service review", "2026-06-10".Day(), Rung.Held, ["C1", "P1", "P2", "customer"]) { Account = new("A1") };

    [Theory]
    [InlineData("nobody's mailbox was read", true)]
    [InlineData("P1's mailbox alone was read", true, "P1:2026-05-01")]
    [InlineData("the windows begin after it", true, "P1:2026-08-01", "P2:2026-08-01")]
    [InlineData("every mailbox that held it shows it no more", false, "P1:2026-05-01", "P2:2026-06-10")]
    public void What_was_seen_stays_until_every_mailbox_that_held_it_shows_it_no_more(string why, bool stays, params string[] read) =>
        Assert.True(stays == Keep("2025-09-30", Office.Recognise(), read).Contains(Review), why);

    [Fact]
    public void What_is_seen_now_is_as_it_is_seen_now()
    {
        Meeting now = Office.Meeting("Something else", "P1", "P2");
        Assert.Empty(Of("2025-09-30", Office.Recognise(now), [Review with { Id = now.Id, On = now.On }]));
    }

    [Theory]
    [InlineData(false, "P1:2026-06-10")]
    [InlineData(true, "P1:2026-06-11")] // the mailbox was not read over the old day: it may be another meeting of the series
    [InlineData(true)]
    public void A_meeting_that_was_moved_is_no_longer_remembered_on_its_old_day(bool stays, params string[] read)
    {
        Meeting now = Office.Meeting("Service review", "P1", "+x@redwood.example");
        Activity old = Review with { Id = (now with { Start = now.Start.Minus(Duration.FromDays(92)) }).Id };
        Assert.Equal(stays ? 2 : 1, Of("2025-09-30", Office.Recognise(now), [old], read).Length);
    }

    [Fact]
    public void What_lies_before_the_look_back_is_forgotten()
    {
        Assert.Single(Keep("2026-06-10", Office.Recognise()));
        Assert.Empty(Keep("2026-06-11", Office.Recognise()));
    }

    [Theory]
    [InlineData(Rung.Held, false, "+P2")] // the organiser's mailbox is gone, and the others do not know who accepted
    [InlineData(Rung.Scheduled, true, "P2")] // the organiser's copy says that nobody accepts any more
    public void What_the_organisers_copy_showed_is_lowered_by_that_copy_alone(Rung rung, bool organisers, string other)
    {
        Meeting meeting = Office.Meeting("1:1", "P1", other);
        Activity before = Assert.Single(Office.Recognise(Office.Meeting("1:1", "P1", "+P2")).Activities);
        Assert.Equal(rung, Assert.Single(Of("2025-09-30", Office.Recognise(meeting with { IsOrganisers = organisers, Mailbox = new("P2") }), [before])).Rung);
    }

    [Theory]
    [InlineData(false, "C1;P1;P2")] // the organiser's mailbox is gone, and P2's does not show whether the sponsor was there
    [InlineData(true, "P1;P2")] // the organiser's copy says that the sponsor was not
    public void Who_the_organisers_copy_showed_stays_while_that_copy_is_gone(bool organisers, string present)
    {
        Meeting meeting = Office.Meeting("Visit", "P1", "+P2", "sponsor@redwood.example");
        Activity before = Assert.Single(Office.Recognise(Office.Meeting("Visit", "P1", "+P2", "+sponsor@redwood.example")).Activities);
        Activity now = Assert.Single(Of("2025-09-30", Office.Recognise(meeting with { IsOrganisers = organisers, Mailbox = new(organisers ? "P1" : "P2") }), [before]));
        Assert.Equal((present, null), (string.Join(';', now.Participants), now.Doubt));
    }

    private static ImmutableArray<Activity> Keep(string oldest, Recognition now, params string[] read) => Of(oldest, now, [Review], read);

    private static ImmutableArray<Activity> Of(string oldest, Recognition now, Activity[] before, params string[] read) => Recollection.Of(
        now, before, Office.Register, read.Select(r => r.Split(':')).ToDictionary(r => new PersonId(r[0]), r => r[1].Day()), oldest.Day());
}
