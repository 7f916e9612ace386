using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>August 2026: due on the 31st, at risk from the fifth working day before it, the 24th.</summary>
public class ServiceReviewTests
{
    private const string Id = "service-review";
    private const string Kind = "service review";

    private static Firm Northwind(string? from = "2026-08-01", string? to = null) => new Firm().Account(from: from, to: to);

    private static Finding August(Firm firm, string day) => firm.Judge(Id, day).Single(f => f.Occasion == "2026-08");

    [Theory]
    [InlineData("2026-08-23", Verdict.NotDue)]
    [InlineData("2026-08-24", Verdict.AtRisk)]
    [InlineData("2026-08-31", Verdict.AtRisk)]
    [InlineData("2026-09-01", Verdict.Breached)]
    public void A_month_without_a_review(string day, Verdict verdict)
    {
        Finding finding = August(Northwind(), day);
        Assert.Equal((verdict, "A1", "2026-08-31".Day()), (finding.Verdict, finding.Subject, finding.Due));
    }

    [Theory]
    [InlineData("2026-08-01", Verdict.Met)]
    [InlineData("2026-08-31", Verdict.Met)]
    [InlineData("2026-09-01", Verdict.MetLate)]
    [InlineData("2026-07-31", Verdict.Breached)]
    public void A_review_counts_for_the_month_it_was_held_in_and_late_for_those_before(string held, Verdict verdict) =>
        Assert.Equal(verdict, August(Northwind().Held(Kind, held), "2026-09-10").Verdict);

    [Fact]
    public void One_review_makes_every_earlier_month_met_late_and_its_own_met()
    {
        Finding[] findings = Northwind(from: "2026-05-01").Held(Kind, "2026-08-05").Judge(Id, "2026-08-10");
        Assert.Equal([("2026-05", Verdict.MetLate), ("2026-06", Verdict.MetLate), ("2026-07", Verdict.MetLate), ("2026-08", Verdict.Met)],
            findings.Select(f => (f.Occasion, f.Verdict)));
    }

    [Fact]
    public void A_month_that_began_before_the_account_did_is_not_judged() =>
        Assert.Equal(["2026-08"], Northwind(from: "2026-07-02").Judge(Id, "2026-08-10").Select(f => f.Occasion));

    [Fact]
    public void The_current_month_is_not_judged_of_an_account_that_began_within_it() =>
        Assert.Empty(Northwind(from: "2026-08-02").Judge(Id, "2026-08-10"));

    [Theory]
    [InlineData("2026-08-10", 2)]
    [InlineData("2026-08-11", 1)]
    public void The_current_month_is_judged_until_the_account_ends(string day, int findings) =>
        Assert.Equal(findings, Northwind(from: "2026-07-01", to: "2026-08-10").Judge(Id, day).Length);

    [Theory]
    [InlineData("active", 1)]
    [InlineData("Active", 1)]
    [InlineData("closed", 0)]
    [InlineData("prospect", 0)]
    public void Only_an_active_account_owes_one(string status, int findings) =>
        Assert.Equal(findings, new Firm().Account(from: "2026-08-01", status: status).Judge(Id, "2026-08-10").Length);

    [Theory]
    [InlineData("P1", Verdict.Breached)]
    [InlineData("customer", Verdict.Met)]
    [InlineData("C1", Verdict.Met)]
    [InlineData("C2", Verdict.Breached)]
    public void The_customer_must_have_been_there(string participant, Verdict verdict)
    {
        Firm firm = Northwind().Person().Contact("C1").Contact("C2", account: "A2").Held(Kind, "2026-08-05", by: ["P1", participant]);
        Assert.Equal(verdict, August(firm, "2026-09-01").Verdict);
    }

    [Fact]
    public void A_row_without_participants_counts_as_attended() =>
        Assert.Equal(Verdict.Met, August(Northwind().Held(Kind, "2026-08-05", by: []), "2026-09-01").Verdict);

    [Fact]
    public void A_participant_that_nobody_knows_may_have_been_the_customer()
    {
        Firm firm = Northwind().Person().Held(Kind, "2026-08-05", by: ["P1", "who"]);
        Assert.Equal(Reasons.IdentityUnmatched, August(firm, "2026-09-01").Reason);
        Assert.Equal(Reasons.SourceMissing, August(firm.Without(Sources.Contacts), "2026-09-01").Reason);
    }

    [Fact]
    public void Without_contacts_what_can_be_placed_is_judged_all_the_same()
    {
        Firm firm = Northwind().Person().Without(Sources.Contacts).Held(Kind, "2026-08-05", by: ["P1"]);
        Assert.Equal(Verdict.Breached, August(firm, "2026-09-01").Verdict);
        Assert.Equal(Verdict.Met, August(firm.Held(Kind, "2026-08-06", by: ["P1", "customer"]), "2026-09-01").Verdict);
    }

    [Theory]
    [InlineData(Rung.Scheduled, Verdict.Breached)]
    [InlineData(Rung.Accepted, Verdict.Breached)]
    [InlineData(Rung.Held, Verdict.Met)]
    [InlineData(Rung.Confirmed, Verdict.Met)]
    public void Only_what_was_held_counts(Rung rung, Verdict verdict) =>
        Assert.Equal(verdict, August(Northwind().Held(Kind, "2026-08-05", rung), "2026-09-01").Verdict);

    [Theory]
    [InlineData(Rung.Scheduled, "2026-08-26", Verdict.NotDue)]
    [InlineData(Rung.Accepted, "2026-08-31", Verdict.NotDue)]
    [InlineData(Rung.Held, "2026-08-26", Verdict.AtRisk)]
    [InlineData(Rung.Confirmed, "2026-08-26", Verdict.AtRisk)]
    [InlineData(Rung.Accepted, "2026-08-25", Verdict.AtRisk)]
    [InlineData(Rung.Accepted, "2026-09-01", Verdict.AtRisk)]
    public void A_booking_later_in_the_month_takes_the_risk_away(Rung rung, string on, Verdict verdict) =>
        Assert.Equal(verdict, August(Northwind().Held(Kind, on, rung), "2026-08-25").Verdict);

    [Fact]
    public void A_booking_without_the_customer_takes_nothing_away() =>
        Assert.Equal(Verdict.AtRisk, August(Northwind().Person().Held(Kind, "2026-08-26", Rung.Accepted, by: ["P1"]), "2026-08-25").Verdict);

    [Fact]
    public void A_booking_never_saves_a_month_that_has_passed() =>
        Assert.Equal(Verdict.Breached, August(Northwind().Held(Kind, "2026-09-10", Rung.Accepted), "2026-09-01").Verdict);

    [Fact]
    public void What_is_said_to_have_been_held_tomorrow_is_not_known_yet() =>
        Assert.Equal(Verdict.Breached, August(Northwind().Held(Kind, "2026-09-02", Rung.Confirmed), "2026-09-01").Verdict);

    [Fact]
    public void Another_activity_or_another_account_does_nothing()
    {
        Firm firm = Northwind().Held("retrospective", "2026-08-05").Held(Kind, "2026-08-05", account: "A2").Held(Kind, "2026-08-05", account: null);
        Assert.Equal(Verdict.Breached, August(firm, "2026-09-01").Verdict);
    }

    [Fact]
    public void Months_missed_before_the_look_back_stay_until_one_is_held()
    {
        Assert.Equal(31, Northwind(from: "2024-02-01").Judge(Id, "2026-08-10").Length);
        Assert.Equal(12, Northwind(from: "2024-02-01").Held(Kind, "2026-07-10").Judge(Id, "2026-08-10").Count(f => f.Verdict is Verdict.Met or Verdict.MetLate));
    }
}
