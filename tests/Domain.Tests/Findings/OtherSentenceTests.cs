using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Findings;

/// <summary>What an account lead reads of a Cadence, a Threshold, a Coverage and an Agreement, and where nothing can be said.</summary>
public class OtherSentenceTests
{
    private static Firm Northwind(string? from = "2026-08-01") => new Firm().Account(from: from).Engagement().Person();

    private static void Reads(string message, string? remedy, Firm firm, string measure, string day)
    {
        Finding finding = firm.Judge(measure, day)[0];
        Assert.Equal((message, remedy), (finding.Message, finding.Remedy));
    }

    [Fact]
    public void A_service_review_missed_held_late_due_and_booked()
    {
        const string Review = "service review", Account = "Account Northwind (A1), August 2026: ";
        Reads(Account + "no service review with the customer present by 31 August 2026; one is due every month (the latest was on 12 July 2026).",
            "hold a service review with the customer present, and record it", Northwind().Held(Review, "2026-07-12"), "service-review", "2026-09-01");
        Reads(Account + "no service review with the customer present yet; one is due by 31 August 2026, every month.",
            "hold a service review with the customer present, and record it", Northwind(), "service-review", "2026-08-24");
        Reads(Account + "a service review is due by 31 August 2026.", null, Northwind(), "service-review", "2026-08-20");
        Reads(Account + "a service review is booked for 27 August 2026; it is due by 31 August 2026.", null, Northwind().Held(Review, "2026-08-27", Rung.Accepted), "service-review", "2026-08-25");
        Reads(Account + "service review held on 2 September 2026 with the customer present; it was due by 31 August 2026.", null, Northwind().Held(Review, "2026-09-02"), "service-review", "2026-09-10");
        Reads(Account + "service review held on 3 August 2026 with the customer present.", null, Northwind().Held(Review, "2026-08-03"), "service-review", "2026-09-10");
    }

    [Fact]
    public void A_retrospective_that_is_late() => Reads(
        "Engagement Portal rebuild (E1): no retrospective or squad health check by 17 September 2026; one is due every 14 days, with 2 working days of grace (the latest was on 1 September 2026).",
        "hold a retrospective or squad health check, and record it",
        Northwind().Assigned("P1", on: "E1").Assigned("P2", on: "E1").Held("retrospective", "2026-09-01", engagement: "E1"), "retrospective", "2026-09-18");

    [Fact]
    public void A_one_to_one_that_leave_paused() => Reads(
        "Person P1, August 2026: does not apply: present on fewer than 5 working days.", null,
        Northwind().Assigned("P1", from: "2026-08-01").Absent("P1", "2026-08-01", "2026-08-31", "2026-07-01"), "one-to-one", "2026-09-01");

    [Fact]
    public void A_utilisation_that_is_too_low() => Reads(
        "Account Northwind (A1): utilisation from 1 June 2026 to 28 June 2026 is 62.5 % (billable hours: 100 of 160 available hours); promised is between 75 % and 90 %.",
        "plan 20 more billable hours in 4 weeks, to reach 75 %", Northwind("2020-01-01").Assigned("P1").Worked("2026-06-10", hours: 100), "utilisation", "2026-07-01");

    [Fact]
    public void A_utilisation_of_nothing() => Reads(
        "Account Northwind (A1): does not apply: there is nothing to measure utilisation by.", null, Northwind("2020-01-01"), "utilisation", "2026-07-01");

    [Fact]
    public void A_lead_who_is_not_there_and_leads_who_are_too_many()
    {
        Reads("Account Northwind (A1): nobody is account lead (no earlier one is named); promised is exactly 1.", "assign somebody as account lead to A1", Northwind(), "single-account-lead", "2026-09-01");
        Reads("Account Northwind (A1): P1 and P2 are account lead; promised is exactly 1.", "end 1 of the 2 assignments as account lead of A1 (P1 and P2)",
            Northwind().Assigned("P1", "account lead").Assigned("P2", "account lead"), "single-account-lead", "2026-09-01");
        Reads("Account Northwind (A1): P1 is account lead; promised is exactly 1.", null, Northwind().Assigned("P1", "account lead"), "single-account-lead", "2026-09-01");
    }

    [Fact]
    public void Roles_that_nobody_holds()
    {
        Reads("Engagement Portal rebuild (E1): P1 is delivery lead; nobody is technology lead (no earlier one is named); promised is at least 1 of each.", "assign somebody as technology lead to E1",
            Northwind().Assigned("P1", "delivery lead"), "roles-filled", "2026-09-01");
        Reads("Engagement Portal rebuild (E1): nobody is delivery lead (no earlier one is named); nobody is technology lead (no earlier one is named); promised is at least 1 of each.",
            "assign somebody as delivery lead and technology lead to E1", Northwind(), "roles-filled", "2026-09-01");
    }

    [Fact]
    public void Opportunities_that_tell_two_stories()
    {
        Reads("Opportunity O1: stage differs (CRM: status open, stage won, value £10,000.00; PSA: status open, stage proposal, value £10,000.00).", "set the stage in the PSA to won, as in the CRM, or correct the CRM",
            Northwind().Opportunity("crm", stage: "won").Opportunity("psa"), "opportunities-agree", "2026-09-01");
        Reads("Opportunity O1: missing in the PSA (CRM: status open, stage blank, value £10,000.00).", "enter it in the PSA with status open and value £10,000.00, as in the CRM, or take it out there", Northwind().Opportunity("crm", stage: ""), "opportunities-agree", "2026-09-01");
        Reads("Opportunity O1: stands alike in the CRM and the PSA.", null, Northwind().Opportunity("crm").Opportunity("psa"), "opportunities-agree", "2026-09-01");
    }

    [Fact]
    public void What_cannot_be_judged_says_why_and_what_would_let_it_be_judged()
    {
        Reads("Account Northwind (A1): cannot be judged: roles.csv is not there.", "deliver the source that is named, or take the measure out of the policy", Northwind().Without(Sources.Roles), "single-account-lead", "2026-09-01");
        Reads("Invoice INV-7: cannot be judged: invoices.csv line 2 cannot be read.", "mend what is named where it is kept, and export that file again",
            Northwind().Lost(Sources.Invoices, new() { Id = "INV-7", Account = new("A1") }), "no-aged-debt", "2026-09-01");
        Reads("Account Northwind (A1), August 2026: cannot be judged: activities.csv stood as of 20 August 2026, which is more than 3 working days ago.", "export the source again, as of a later day",
            Northwind().Source(Sources.Activities, r => r with { AsOf = "2026-08-20".Day() }), "service-review", "2026-08-31");
    }
}
