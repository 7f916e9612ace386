using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>A meeting that is scheduled as far as the calendars that were read can tell, and may have been held.</summary>
public class DoubtfulMeetingTests
{
    private const string Day = "2026-09-10";

    [Theory]
    [InlineData(Doubt.OrganiserNotRead, Reasons.SourceMissing, "is organised by P9, whose mailbox was not read", "add the calendar of P9, or enter what was held in activities.csv")]
    [InlineData(Doubt.OrganiserUnknown, Reasons.SourceMissing, "is organised by somebody whose mailbox cannot be read", "enter what was held in activities.csv, or enter the organiser in people.csv and add their calendar")]
    [InlineData(Doubt.AnswerMissing, Reasons.RowsQuarantined, "does not say what those invited answered", "export the organiser's mailbox with 'status' of its attendees")]
    [InlineData(Doubt.AttendeeUnnamed, Reasons.IdentityUnmatched, "has an attendee without an e-mail address", "enter what was held in activities.csv, or mend the attendee in the calendar")]
    public void Lacking_evidence_is_unknown_and_says_what_nobody_read_and_what_would_tell(Doubt doubt, string reason, string words, string remedy)
    {
        Finding august = Scheduled("service review", doubt, "customer").Judge("service-review", Day).Single(f => f.Occasion == "2026-08");
        Assert.Equal((Verdict.Unknown, reason), (august.Verdict, august.Reason));
        Assert.Equal(remedy, august.Remedy);
        Assert.Contains($"calendars: the service review of 20 August 2026 {words}", august.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_seen_decides_whatever_else_is_in_doubt() =>
        Assert.Equal(Verdict.Met, Scheduled("service review", Doubt.OrganiserNotRead, "customer").Held("service review", "2026-08-21", by: ["customer"]).Judge("service-review", Day).Single(f => f.Occasion == "2026-08").Verdict);

    [Fact]
    public void A_meeting_that_lacks_whom_it_needs_is_in_no_doubt() =>
        Assert.Equal(Verdict.Breached, Scheduled("service review", Doubt.OrganiserNotRead, "P1").Judge("service-review", Day).Single(f => f.Occasion == "2026-08").Verdict);

    [Theory]
    [InlineData("sales meeting", "lead-attends", "2026-06-11", Verdict.Unknown)]
    [InlineData("sales meeting", "lead-attends", "2026-06-10", Verdict.NotApplicable)] // it would be too old to count
    [InlineData("service review", "relationship-depth", "2026-06-11", Verdict.Unknown)]
    [InlineData("service review", "relationship-depth", "2026-01-10", Verdict.Met)]
    public void Figures_of_meetings_are_unknown_while_one_of_them_is_in_doubt(string kind, string measure, string on, Verdict verdict) =>
        Assert.Equal(verdict, Firm().Held(kind, on, Rung.Scheduled, by: ["P1", "C1"], doubt: Doubt.OrganiserNotRead).Only(measure, Day).Verdict);

    // A month and a quarter have passed on 5 October; what rolls and what is measured is judged on 10 September.
    [Theory]
    [InlineData("service review", "service-review", LeftOut.UnheardOutsider, "P1", "breached -> unknown")]
    [InlineData("service review", "service-review", LeftOut.UnheardColleague, "P1", "breached -> breached")]
    [InlineData("service review", "service-review", LeftOut.UnheardOutsider, "customer", "met -> met")]
    [InlineData("account retrospective", "account-retrospective", LeftOut.UnheardOutsider, "P1", "met -> unknown")]
    [InlineData("account retrospective", "account-retrospective", LeftOut.UnheardColleague, "P1", "met -> met")]
    [InlineData("account retrospective", "account-retrospective", LeftOut.UnheardOutsider, "C1", "breached -> breached")]
    [InlineData("people movements", "people-movements", LeftOut.UnheardColleague, "P2", "breached -> unknown")]
    [InlineData("people movements", "people-movements", LeftOut.UnheardColleague, "P1", "met -> met")]
    [InlineData("sales meeting", "lead-attends", LeftOut.UnheardColleague, "P2", "breached -> unknown")]
    [InlineData("sales meeting", "lead-attends", LeftOut.UnheardColleague, "P1", "met -> met")]
    [InlineData("visit", "relationship-depth", LeftOut.UnheardOutsider, "P1", "met -> unknown")]
    [InlineData("visit", "relationship-depth", LeftOut.UnheardColleague, "P1", "met -> met")]
    public void Who_else_was_at_a_meeting_is_unknown_while_the_organisers_mailbox_is_missing(string kind, string measure, LeftOut unheard, string by, string expected)
    {
        string Said(LeftOut leftOut) => Firm().Person("P2").Held(kind, "2026-09-02", by: [by], doubt: leftOut == LeftOut.None ? null : Doubt.OrganiserNotRead, leftOut: leftOut)
            .Judge(measure, measure is "service-review" or "account-retrospective" ? "2026-10-05" : Day).Where(f => f.Occasion is "" or "2026-09" or "2026-07Q").Select(f => f.Verdict.Name()).Single();
        Assert.Equal(expected, $"{Said(LeftOut.None)} -> {Said(unheard)}");
    }

    private static Firm Scheduled(string kind, Doubt doubt, string by) => Firm().Held(kind, "2026-08-20", Rung.Scheduled, by: [by], doubt: doubt);

    private static Firm Firm() => new Firm().Account().Engagement().Person().Contact("C1").Assigned("P1", "account lead", from: "2020-01-01");
}
