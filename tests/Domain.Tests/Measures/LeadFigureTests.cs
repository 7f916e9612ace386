using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

public class LeadFigureTests
{
    private const string Day = "2026-09-10";

    private static Firm Led() => new Firm().Account().Engagement().Person().Person("P2").Assigned("P1", "account lead", from: "2020-01-01");

    private static Firm Meetings(int attended, int missed)
    {
        Firm firm = Led();
        for (int i = 0; i < attended + missed; i++)
            firm.Held(i % 2 == 0 ? "sales meeting" : "delivery report-out", "2026-08-01", by: i < attended ? ["P2", "P1"] : ["P2"]);
        return firm;
    }

    private static (Verdict, string?) Said(Firm firm, string measure) => firm.Only(measure, Day) is var finding ? (finding.Verdict, finding.Reason) : default;

    [Theory]
    [InlineData(9, 1, Verdict.Met, null)]
    [InlineData(8, 1, Verdict.Breached, "too low")]
    [InlineData(0, 0, Verdict.NotApplicable, null)]
    public void The_lead_is_at_nine_meetings_of_ten(int attended, int missed, Verdict verdict, string? reason) =>
        Assert.Equal((verdict, reason), Said(Meetings(attended, missed), "lead-attends"));

    [Theory]
    [InlineData("2026-06-10", Rung.Held, Verdict.NotApplicable)]
    [InlineData("2026-06-11", Rung.Held, Verdict.Breached)]
    [InlineData("2026-09-10", Rung.Confirmed, Verdict.Breached)]
    [InlineData("2026-09-10", Rung.Accepted, Verdict.NotApplicable)]
    [InlineData("2026-09-11", Rung.Held, Verdict.NotApplicable)]
    public void Only_meetings_held_within_three_months_count(string on, Rung rung, Verdict verdict) =>
        Assert.Equal(verdict, Said(Led().Held("sales meeting", on, rung, by: ["P2"]), "lead-attends").Item1);

    [Fact]
    public void Who_led_on_the_day_of_the_meeting_is_asked_for()
    {
        Firm Meetings() => new Firm().Account().Person().Person("P2").Contact("C1").Assigned("P1", "account lead", to: "2026-07-31").Assigned("P2", "account lead", from: "2026-08-02");
        Assert.Equal(Verdict.Met, Said(Meetings().Held("sales meeting", "2026-07-31", by: ["P1"]).Held("sales meeting", "2026-08-02", by: ["P2", "C1"]), "lead-attends").Item1);
        Assert.Equal(Verdict.Breached, Said(Meetings().Held("sales meeting", "2026-08-02", by: ["P1"]), "lead-attends").Item1);
        Assert.Equal(Verdict.Breached, Said(Meetings().Held("sales meeting", "2026-08-02", person: "P2", by: ["C1"]), "lead-attends").Item1);
    }

    [Fact]
    public void A_meeting_on_a_day_without_a_lead_counts_neither_way()
    {
        Firm Meetings() => new Firm().Account().Person().Person("P2").Assigned("P1", "account lead", to: "2026-07-31").Assigned("P2", "account lead", from: "2026-08-02").Held("sales meeting", "2026-08-01", by: ["P1"]);
        Assert.Equal((Verdict.NotApplicable, "nobody: account lead"), Said(Meetings(), "lead-attends"));
        Finding finding = Meetings().Held("sales meeting", "2026-08-02", by: ["P2"]).Only("lead-attends", Day);
        Assert.Equal((Verdict.Met, 100m), (finding.Verdict, finding.Values.First().Number));
        Assert.Equal("Account Northwind (A1): does not apply: nobody was account lead on the days of the meetings.", Meetings().Only("lead-attends", Day).Message);
    }

    [Fact]
    public void A_meeting_without_participants_counts_as_attended_and_a_stranger_may_be_the_lead()
    {
        Assert.Equal(Verdict.Met, Said(Led().Held("sales meeting", "2026-08-01"), "lead-attends").Item1);
        Assert.Equal((Verdict.Unknown, Reasons.IdentityUnmatched), Said(Led().Held("sales meeting", "2026-08-01", by: ["stranger"]), "lead-attends"));
        Assert.Equal((Verdict.Unknown, Reasons.SourceMissing), Said(Led().Held("sales meeting", "2026-08-01", by: ["stranger"]).Without(Sources.Contacts), "lead-attends"));
    }

    [Fact]
    public void Somebody_whose_row_was_lost_is_named_by_that_row()
    {
        Finding finding = Led().Held("sales meeting", "2026-08-01", by: ["P2", "C1"]).Lost(Sources.Contacts, new() { Id = "C1", Account = new("A1") }).Only("lead-attends", Day);
        Assert.Equal((Verdict.Unknown, Reasons.RowsQuarantined, "contacts.csv line 2 cannot be read"), (finding.Verdict, finding.Reason, finding.Detail));
    }

    [Theory]
    [InlineData("2024-09-10", "2026-01-01", Verdict.Met)] // 24 months ago to the day is no more within them
    [InlineData("2024-09-11", "2026-01-01", Verdict.Breached)]
    [InlineData("2026-01-01", "2026-09-10", Verdict.Breached)]
    [InlineData("2026-01-01", "2026-09-11", Verdict.Met)]
    public void The_lead_changes_once_in_24_months(string first, string second, Verdict verdict)
    {
        Firm firm = new Firm().Account().Assigned("P1", "account lead", to: first.Day().PlusDays(-1).ToString("yyyy-MM-dd", null))
            .Assigned("P2", "account lead", from: first, to: second.Day().PlusDays(-1).ToString("yyyy-MM-dd", null)).Assigned("P3", "account lead", from: second);
        Assert.Equal((verdict, verdict == Verdict.Met ? null : "too high"), Said(firm, "lead-consistent"));
    }

    [Fact]
    public void The_first_lead_a_return_another_system_and_a_second_row_are_no_change()
    {
        Firm firm = new Firm().Account().Assigned("P1", "account lead", from: "2025-01-01", to: "2025-03-31").Assigned("P1", "account lead", from: "2025-06-01")
            .Assigned("P1", "account lead", from: "2025-07-01").Assigned("P9", "account lead", from: "2025-08-01", system: "crm");
        Finding finding = firm.Only("lead-consistent", Day);
        Assert.Equal((Verdict.Met, 0m), (finding.Verdict, finding.Values.First().Number));
        Assert.Equal(Verdict.NotApplicable, Said(new Firm().Account(), "lead-consistent").Item1);
    }
}
