using NodaTime;
using Plumbline.Domain.Facts.Meetings;

namespace Plumbline.Domain.Tests.Meetings;

public class CopiesTests
{
    private static readonly Meeting Review = Office.Meeting("Service review", "P1", "+P2", "+sponsor@redwood.example");

    [Fact]
    public void Copies_with_the_same_uid_and_start_are_one_meeting_as_the_organiser_has_it()
    {
        Meeting attendees = Office.Meeting("Old title", "P1", "-P2", "-sponsor@redwood.example") with { IsOrganisers = false, Mailbox = new("P2") };
        foreach (Meeting[] copies in new[] { new[] { attendees, Review }, [Review, attendees] })
            Assert.Equal(["service review A1/ Held C1;P1;P2"], Office.Recognise(copies).Said());
    }

    [Fact]
    public void One_uid_on_two_days_of_one_mailbox_is_two_meetings() =>
        Assert.Equal(["2026-09-10", "2026-09-17"], Days(Review, On(Review, 7)));

    [Fact]
    public void One_uid_at_two_times_of_one_day_is_two_meetings() =>
        Assert.Equal(["2026-09-10", "2026-09-10"], Days(Review, Review with { Start = Review.Start.Plus(Duration.FromHours(2)) }));

    [Theory]
    [InlineData("2026-09-17", "organiser +7", "P2 0")] // the attendee's mailbox lags behind
    [InlineData("2026-09-17", "organiser +7", "P2 +7")]
    [InlineData("2026-09-10 2026-09-17", "organiser +7", "P2 0", "P2 +7")] // a series with one uid, of which the organiser's window shows less
    [InlineData("2026-09-10 2026-09-17", "P2 0", "P3 +7")] // nobody knows which of them lags behind
    public void A_moved_meeting_counts_on_its_new_day(string days, params string[] copies) => Assert.Equal(days.Split(' '), Days([.. copies.Select(Copy)]));

    private static Meeting Copy(string said) => On(said.Split(' ')[0] is "organiser" ? Review : Review with { IsOrganisers = false, Mailbox = new(said.Split(' ')[0]) }, int.Parse(said.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture));

    private static Meeting On(Meeting meeting, int later) =>
        meeting with { Start = meeting.Start.Plus(Duration.FromDays(later)), On = meeting.On.PlusDays(later), EndsOn = meeting.EndsOn.PlusDays(later) };

    private static string[] Days(params Meeting[] copies) => [.. Office.Recognise(copies).Activities.Select(a => $"{a.On:uuuu-MM-dd}").Order(StringComparer.Ordinal)];
}
