using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;
using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Law 1, (a) to (c): what a source that is missing, refused, old or smaller does to what is said.</summary>
public class MissingSourcesTests
{
    /// <summary>August's work, worth £1,000.00 and due on 3 September.</summary>
    private static Firm August() => new Firm().Account().Engagement().Person().Worked("2026-08-03", pence: 100_000);

    private static Firm Reviewed() => new Firm().Account(from: "2026-08-01");

    private static (Verdict, string?) Said(Firm firm, string measure, string day) => firm.Only(measure, day) is var f ? (f.Verdict, f.Reason) : default;

    public static TheoryData<string, string> Troubles => new()
    {
        { "missing", Reasons.SourceMissing }, { "refused", Reasons.SourceRefused }, { "lacking", Reasons.SourceRefused },
        { "shrunk", Reasons.SourceShrunk }, { "stale", Reasons.SourceStale },
    };

    private static Firm With(Firm firm, string source, string trouble, string column, LocalDate today) => trouble switch
    {
        "missing" => firm.Without(source),
        "refused" => firm.Source(source, r => r with { State = ReadingState.Refused, Why = "it cannot be read" }),
        "lacking" => firm.Source(source, r => r with { LackingColumns = ImmutableDictionary<string, string>.Empty.Add(column, $"{source} lacks {column}") }),
        "shrunk" => firm.Source(source, r => r with { State = ReadingState.Shrunk, Why = "it has 5 rows in place of 50" }),
        _ => firm.Source(source, r => r with { AsOf = today.PlusDays(-8) }),
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public void Without_the_evidence_a_breach_is_unknown(string trouble, string reason) =>
        Assert.Equal((Verdict.Unknown, reason), Said(With(August(), Sources.Invoices, trouble, "raised_on", "2026-09-20".Day()), "invoice-raised", "2026-09-20"));

    [Theory]
    [MemberData(nameof(Troubles))]
    public void Without_the_evidence_a_risk_is_unknown(string trouble, string reason) =>
        Assert.Equal((Verdict.Unknown, reason), Said(With(August(), Sources.Invoices, trouble, "raised_on", "2026-09-03".Day()), "invoice-raised", "2026-09-03"));

    [Theory]
    [MemberData(nameof(Troubles))]
    public void Not_due_needs_nothing(string trouble, string reason)
    {
        Assert.NotEmpty(reason);
        Assert.Equal((Verdict.NotDue, null), Said(With(August(), Sources.Invoices, trouble, "raised_on", "2026-09-01".Day()), "invoice-raised", "2026-09-01"));
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("shrunk")]
    [InlineData("stale")]
    public void Evidence_that_is_there_decides_whatever_else_is_missing(string trouble)
    {
        Firm firm = August().Invoice(raised: "2026-09-03", period: "2026-08", net: 100_000);
        Assert.Equal((Verdict.Met, null), Said(With(firm, Sources.Invoices, trouble, "status", "2026-09-20".Day()), "invoice-raised", "2026-09-20"));
    }

    [Fact]
    public void A_missing_column_refuses_what_the_rest_of_the_file_shows()
    {
        Firm firm = August().Invoice(raised: "2026-09-03", period: "2026-08", net: 100_000);
        Assert.Equal((Verdict.Unknown, Reasons.SourceRefused), Said(With(firm, Sources.Invoices, "lacking", "status", "2026-09-20".Day()), "invoice-raised", "2026-09-20"));
    }

    [Theory]
    [InlineData("missing", Reasons.SourceMissing)]
    [InlineData("refused", Reasons.SourceRefused)]
    [InlineData("lacking", Reasons.SourceRefused)]
    public void Where_the_population_is_not_known_one_finding_an_account_says_so(string trouble, string reason)
    {
        Firm firm = August().Engagement("E2").Account("A2").Worked("2026-08-04", on: "E2");
        Finding[] findings = With(firm, Sources.Time, trouble, "entry_date", "2026-09-20".Day()).Judge("timesheets-approved", "2026-09-20");
        Assert.Equal([("A1", "A1", ""), ("A2", "A2", "")], findings.Select(f => (f.Account.Value, f.Subject, f.Occasion)));
        Assert.All(findings, f => Assert.Equal((Verdict.Unknown, reason), (f.Verdict, f.Reason)));
    }

    [Fact]
    public void A_column_that_the_measure_does_not_need_may_lack() =>
        Assert.Equal(Verdict.Breached, Said(With(August(), Sources.Invoices, "lacking", "disputed", "2026-09-20".Day()), "invoice-raised", "2026-09-20").Item1);

    [Theory]
    [MemberData(nameof(Troubles))]
    public void A_figure_a_role_and_an_agreement_need_their_sources(string trouble, string reason)
    {
        LocalDate day = "2026-09-10".Day();
        Firm firm = August().Assigned("P1", "account lead").Assigned("P1", "delivery lead").Assigned("P1", "technology lead").Worked("2026-08-20", hours: 130);
        Assert.Equal((Verdict.Unknown, reason), Said(With(firm, Sources.Absences, trouble, "decided_on", day), "utilisation", "2026-09-10"));
        Assert.Equal((Verdict.Unknown, reason), Said(With(firm, Sources.Roles, trouble, "role", day), "single-account-lead", "2026-09-10"));
        Assert.Equal((Verdict.Unknown, reason), Said(With(firm, Sources.Roles, trouble, "role", day), "roles-filled", "2026-09-10"));
        // Without its rows an opportunity is not even known of: then it is the account that is unknown.
        Assert.Equal((Verdict.Unknown, reason), Said(With(firm.Opportunity("crm").Opportunity("psa"), Sources.Opportunities, trouble, "stage", day), "opportunities-agree", "2026-09-10"));
    }

    [Theory]
    [InlineData("2026-09-16", Verdict.Breached)] // Wednesday: 3 working days before Monday the 21st
    [InlineData("2026-09-15", Verdict.Unknown)]
    public void A_source_is_stale_after_three_working_days(string asOf, Verdict verdict) =>
        Assert.Equal(verdict, Said(August().Source(Sources.Invoices, r => r with { AsOf = asOf.Day() }), "invoice-raised", "2026-09-21").Item1);

    [Theory]
    [InlineData("2026-09-02", Verdict.Unknown)]
    [InlineData("2026-09-03", Verdict.Unknown)]
    [InlineData("2026-09-04", Verdict.Breached)]
    public void A_breach_needs_the_source_as_of_later_than_the_due_day(string asOf, Verdict verdict)
    {
        var said = Said(August().Source(Sources.Invoices, r => r with { AsOf = asOf.Day() }), "invoice-raised", "2026-09-04");
        Assert.Equal((verdict, verdict == Verdict.Unknown ? Reasons.SourceStale : null), said);
    }

    [Fact]
    public void A_risk_needs_a_fresh_source_and_not_one_of_today() =>
        Assert.Equal(Verdict.AtRisk, Said(August().Source(Sources.Invoices, r => r with { AsOf = "2026-09-01".Day() }), "invoice-raised", "2026-09-03").Item1);

    [Fact]
    public void Of_activities_and_calendars_the_one_that_is_not_there_is_not_needed()
    {
        Firm calendars = Reviewed().Without(Sources.Activities).Source(Sources.Calendars, r => r);
        Assert.Equal(Verdict.AtRisk, Said(calendars, "service-review", "2026-08-31").Item1);
        Assert.Equal(Reasons.SourceMissing, Said(Reviewed().Without(Sources.Activities), "service-review", "2026-08-31").Item2);
    }

    [Fact]
    public void Where_both_are_there_both_must_be_fresh_and_as_of_later_than_due()
    {
        Firm both = Reviewed().Source(Sources.Calendars, r => r with { AsOf = "2026-08-31".Day() });
        Assert.Equal(Verdict.AtRisk, Said(both, "service-review", "2026-08-31").Item1);
        Assert.Equal(Reasons.SourceStale, both.Judge("service-review", "2026-09-01").Single(f => f.Occasion == "2026-08").Reason);
        Assert.Equal(Reasons.SourceStale, both.Without(Sources.Activities).Judge("service-review", "2026-09-01").Single(f => f.Occasion == "2026-08").Reason);
    }

    [Fact]
    public void The_evidence_names_the_calendars_where_the_firm_has_those_alone()
    {
        Finding finding = Reviewed().Without(Sources.Activities).Source(Sources.Calendars, r => r with { Hash = "abc" }).Only("service-review", "2026-08-20");
        Assert.Contains(finding.Ground.Readings, r => r is { Source: Sources.Calendars, Hash: "abc" });
        Assert.DoesNotContain(finding.Ground.Readings, r => r.Source == Sources.Activities);
    }

    [Fact]
    public void A_one_to_one_is_unknown_without_the_absences_that_could_pause_it() =>
        Assert.Equal((Verdict.Unknown, Reasons.SourceMissing), Said(August().Assigned("P1", from: "2026-08-01").Without(Sources.Absences), "one-to-one", "2026-08-31"));

    [Fact]
    public void A_measure_is_no_worse_for_sources_that_it_does_not_need()
    {
        Firm firm = August();
        foreach (string source in new[] { Sources.Roles, Sources.People, Sources.Opportunities, Sources.Items, Sources.Documents, Sources.Activities })
            firm.Without(source);
        Assert.Equal(Verdict.Breached, Said(firm, "invoice-raised", "2026-09-04").Item1);
    }

    [Theory]
    [InlineData("2026-09-11", Verdict.Met)]
    [InlineData("2026-09-12", Verdict.Unknown)]
    public void A_measure_may_say_how_old_its_sources_may_be(string day, Verdict verdict)
    {
        Measure measure = Policies.Shipped.ById["satisfaction"] with { StaleAfter = new(10, SpanUnit.Days) };
        Firm firm = new Firm { Policy = Policies.Shipped with { Measures = [measure] } }.Account().Read("satisfaction", 9, "2026-08-30")
            .Source(Sources.Readings, r => r with { AsOf = "2026-09-01".Day() });
        Assert.Equal(verdict, firm.Only("satisfaction", day).Verdict);
    }
}
