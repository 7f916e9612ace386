using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Measures.Anchors;
using Plumbline.Domain.Measures.Events;
using Plumbline.Domain.Measures.Figures;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>The terms of a finding are those in force on its anchor, on the first day of its period, or on the day judged.</summary>
public class OtherTermsTests
{
    private static Measure Shipped(string id) => Policies.Shipped.Measures.Single(m => m.Id == id);

    private static Firm With(Measure measure) => new Firm { Policy = Policies.Shipped with { Measures = [measure] } }.Account().Engagement();

    private static Measure By(Measure measure, IPromise promise) => new(measure.Id, measure.Title, measure.ForEach, promise) { Warn = measure.Warn };

    private static Measure Overridden(string id, IPromise promise, string? from, string account = "A1") => Shipped(id) is var measure
        ? measure with { Overrides = new Dictionary<AccountId, ImmutableArray<Terms>> { [new(account)] = [new(By(measure, promise), from.DayOrNone(), "as agreed")] } }
        : throw new InvalidOperationException();

    private static Measure SixtyDays(string? from, string account = "A1") => Overridden("no-aged-debt", new Deadline(new([Paid.Word]), 60.Days(), false, DueDate.Word), from, account);

    [Theory]
    [InlineData("2026-08-13", "2026-09-12")] // 30 days, for it was due before the terms began
    [InlineData("2026-08-14", "2026-10-13")] // 60 days
    public void A_deadline_goes_by_the_terms_in_force_on_its_anchor(string dueOn, string due) =>
        Assert.Equal(due.Day(), With(SixtyDays("2026-08-14")).Invoice(due: dueOn).Only("no-aged-debt", "2026-09-20").Due);

    [Fact]
    public void A_finding_names_the_terms_it_goes_by_and_why()
    {
        Finding finding = With(SixtyDays("2026-08-14")).Invoice().Only("no-aged-debt", "2026-10-14");
        Assert.Equal("Invoice INV-1, 14 August 2026: not paid (£2,400.00 outstanding); it was to be paid by 13 October 2026, 60 days after its due date (14 August 2026).", finding.Message);
        Assert.Equal(["terms from 2026-08-14", "terms because as agreed"], finding.Values.TakeLast(2).Select(v => $"{v.Name} {v.Text}{v.Day?.Iso()}"));
    }

    [Fact]
    public void Another_account_and_earlier_terms_are_left_alone()
    {
        Finding finding = With(SixtyDays(null, account: "A2")).Invoice().Only("no-aged-debt", "2026-09-14");
        Assert.Equal((Verdict.Breached, null), (finding.Verdict, finding.Terms));
        Assert.Equal("2026-10-13".Day(), With(SixtyDays(null)).Invoice().Only("no-aged-debt", "2026-09-14").Due);
    }

    [Fact]
    public void What_has_no_anchor_goes_by_the_terms_that_always_were()
    {
        Assert.Equal(Reasons.AnchorMissing, With(SixtyDays("2026-08-14")).Invoice(due: null).Only("no-aged-debt", "2026-09-14").Reason);
        Assert.Equal(Reasons.AnchorMissing, With(SixtyDays(null)).Invoice(due: null).Only("no-aged-debt", "2026-09-14").Reason);
    }

    [Fact]
    public void A_cadence_goes_by_the_terms_in_force_on_the_first_day_of_its_period()
    {
        var quarterly = new Cadence(["service review"]) { Period = Every.Quarter, AttendedByAll = ["customer"] };
        Firm firm = With(Overridden("service-review", quarterly, "2026-04-01"));
        string[] occasions = [.. firm.Judge("service-review", "2026-07-10").Select(f => f.Occasion).Order(StringComparer.Ordinal)];
        Assert.Equal(["2026-01", "2026-02", "2026-03", "2026-04Q", "2026-07Q"], occasions.Where(o => o.StartsWith("2026", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("2026-06-30", Verdict.Breached)]
    [InlineData("2026-07-01", Verdict.Met)]
    public void A_threshold_goes_by_the_terms_in_force_on_the_day_judged(string day, Verdict verdict)
    {
        var half = new Threshold(new Bound(Utilisation.Word) { AtLeast = 50, AtMost = 90 });
        Measure measure = Shipped("utilisation");
        Firm firm = With(measure with { Changed = [new(By(measure, half), "2026-07-01".Day(), null)] }).Person().Assigned("P1").Worked("2026-06-10", hours: 100);
        Finding finding = firm.Only("utilisation", day);
        Assert.Equal(verdict, finding.Verdict);
        Assert.Contains(verdict == Verdict.Met ? "between 50 % and 90 %" : "between 75 % and 90 %", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_terms_need_sources_of_their_own()
    {
        var scored = new Threshold(new Bound(Surveyed.Satisfaction) { AtLeast = 8 });
        Firm firm = With(Overridden("utilisation", scored, null)).Source(Sources.Readings, r => r with { Hash = "ab12" }).Read("satisfaction", 9, "2026-09-01");
        Finding finding = firm.Only("utilisation", "2026-09-10");
        Assert.Equal(Verdict.Met, finding.Verdict);
        Assert.Contains(finding.Ground.Readings, r => r is { Source: Sources.Readings, Hash: "ab12" });
        Finding without = firm.Without(Sources.Readings).Only("utilisation", "2026-09-10");
        Assert.Equal((Verdict.Unknown, Reasons.SourceMissing), (without.Verdict, without.Reason));
        Assert.Contains(SourceRead.Judge(firm.Snapshot("2026-09-10".Day()), firm.Policy, "2026-09-10".Day()), f => f is { Subject: Sources.Readings, Verdict: Verdict.Breached });
    }

    [Theory]
    [InlineData("2026-09-20", "policy-2", true)]   // not due any more
    [InlineData("2026-09-20", "policy-1", false)]
    [InlineData("2026-10-14", "policy-2", false)]  // still wrong, by other terms
    public void What_is_wrong_no_more_because_the_policy_changed_is_told_apart(string day, string policy, bool closed)
    {
        Finding before = With(Shipped("no-aged-debt")).Invoice().Only("no-aged-debt", "2026-09-14");
        var kept = new KeptFinding(before.Measure, before.Subject, before.Occasion, before.Verdict, before.Due) { Policy = "policy-1" };
        Finding now = With(SixtyDays(null)).Invoice().Only("no-aged-debt", day);
        Assert.Equal(closed, kept.IsClosedByTerms(now with { Ground = now.Ground with { Policy = policy } }));
    }

    [Fact]
    public void What_was_paid_by_the_same_due_day_closed_by_itself()
    {
        Finding now = With(Shipped("no-aged-debt")).Invoice(outstanding: 0, paid: "2026-09-12").Only("no-aged-debt", "2026-09-14");
        var kept = new KeptFinding(now.Measure, now.Subject, now.Occasion, Verdict.AtRisk, now.Due) { Policy = "another" };
        Assert.False(kept.IsClosedByTerms(now));
        Assert.True((kept with { Due = "2026-09-01".Day() }).IsClosedByTerms(now));
    }
}
