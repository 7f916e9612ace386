using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;
using Plumbline.Ingest.Policies;
using Plumbline.Ingest.Policies.Grammar;

namespace Plumbline.Ingest.Tests.Policies;

public class ShippedPolicyTests
{
    private static readonly PolicyReading Reading = PolicyFiles.Read(PolicyFolder.Shipped);

    private static Policy Policy => Reading.Policy!;

    [Fact]
    public void The_shipped_policy_has_no_fault()
    {
        Assert.Empty(Reading.Faults);
        Assert.Equal(70, Policy.Measures.Length);
    }

    [Fact]
    public void A_deadline_is_read_with_its_total_and_its_working_days()
    {
        Measure measure = Of("invoice-raised");
        var deadline = Assert.IsType<Deadline>(measure.Promise);
        Assert.Equal(new CalendarSpan(3, SpanUnit.WorkingDays), deadline.Within);
        Assert.Equal(("month end", false), (deadline.Anchor.Name, deadline.Before));
        Assert.Equal(("invoiced net", 99m, "billable value"), (deadline.Done.Total!.Of.Name, deadline.Done.Total.Reaches, deadline.Done.Total.ShareOf.Name));
        Assert.Equal((new CalendarSpan(1, SpanUnit.WorkingDays), Severity.High), (measure.Warn!.Value, measure.Severity));
    }

    [Fact]
    public void A_deadline_without_a_time_is_due_on_the_day_of_its_anchor()
    {
        var deadline = Assert.IsType<Deadline>(Of("statement-of-work").Promise);
        Assert.Equal((true, 0), (deadline.Before, deadline.Within.Count));
        Assert.Equal(["reviewed by legal", "agreed with the local board", "signed by all parties", "recorded"], deadline.Done.AllOf.Select(e => e.Name));
    }

    [Fact]
    public void A_measure_says_how_it_alerts_and_what_it_rolls_up()
    {
        Measure debt = Of("no-aged-debt");
        Assert.Equal((true, "ageing", AlertPer.SubjectAndOccasion), (debt.AlertOnOld, debt.RollUp, debt.AlertTerms.Per));
        Assert.Equal(AlertPer.Occasion, Of("timesheets-approved").AlertPer);
        Assert.Null(Of("timesheets-approved").Warn);
    }

    [Fact]
    public void Cadences_go_by_the_calendar_or_roll()
    {
        var review = Assert.IsType<Cadence>(Of("service-review").Promise);
        Assert.Equal((Every.Month, (CalendarSpan?)null, Rung.Held), (review.Period!.Value, review.Rolling, review.Evidence));
        Assert.Equal(["customer"], review.AttendedByAll.AsEnumerable());
        Assert.True(Assert.IsType<Cadence>(Of("one-to-one").Promise).PausedByLeave);
        var retrospective = Assert.IsType<Cadence>(Of("retrospective").Promise);
        Assert.Equal((null, new CalendarSpan(14, SpanUnit.Days)), (retrospective.Period, retrospective.Rolling!.Value));
        Assert.Equal(new CalendarSpan(2, SpanUnit.WorkingDays), retrospective.Grace);
        Assert.Equal(["retrospective", "squad health check"], retrospective.Activities.AsEnumerable());
    }

    [Fact]
    public void Thresholds_coverages_and_agreements_are_read()
    {
        var threshold = Assert.IsType<Threshold>(Of("utilisation").Promise);
        Assert.Equal((75m, 90m), (Assert.Single(threshold.AllOf).AtLeast?.Number, threshold.AllOf[0].AtMost?.Number));
        var lead = Assert.IsType<Coverage>(Of("single-account-lead").Promise);
        Assert.Equal((1, true, "psa"), (lead.Holders, lead.Exactly, lead.In));
        var roles = Assert.IsType<Coverage>(Of("roles-filled").Promise);
        Assert.Equal(["delivery lead", "technology lead"], roles.Roles.AsEnumerable());
        Assert.Equal((1, false, (string?)null), (roles.Holders, roles.Exactly, roles.In));
        var agreement = Assert.IsType<Agreement>(Of("opportunities-agree").Promise);
        Assert.Equal(["crm", "psa"], agreement.Systems.AsEnumerable());
        Assert.Equal(["stage"], agreement.Same.AsEnumerable());
        Assert.Equal(10m, agreement.Within["value"]);
    }

    [Fact]
    public void Thresholds_have_several_figures_targets_of_the_account_and_changes()
    {
        Assert.Equal(["burn 100", "burn ahead of time 10", "forecast at completion 100"], BoundsOf("burn-in-budget").Select(b => $"{b.Figure.Name} {b.AtMost?.Number}"));
        Assert.Equal("margin target", Assert.Single(BoundsOf("margin")).AtLeast?.Target?.Name);
        Assert.Equal((new(-2, true, null), 8m), Assert.Single(BoundsOf("satisfaction")) is var score ? (score.Change, score.AtLeast?.Number) : default);
        Assert.All(BoundsOf("relationship-depth"), b => Assert.Equal(new(0, false, new(3, SpanUnit.Months)), b.Change));
        Assert.Equal(AlertPer.Account, Of("development-time").AlertPer);
        Assert.Contains("accounts.csv importance", Of("expertise-drawn-on").ForEach.Needs.Select(n => $"{n.Source} {string.Join(' ', n.Columns)}"));
    }

    [Fact]
    public void The_firm_is_neutral_as_shipped()
    {
        Assert.Equal(("Europe/London", Region.EnglandAndWales, 1), (Policy.Clock.Zone, Policy.Clock.Region, Policy.Clock.FinancialYearStart));
        Assert.Equal((12, (LocalDate?)null), (Policy.LookBackMonths, Policy.WatchFrom));
        Assert.Equal(10, Policy.CareerLevels.Length);
        Assert.Empty(Policy.Stages);
    }

    [Fact]
    public void Each_region_has_its_own_holidays()
    {
        var saintPatrick = new LocalDate(2026, 3, 17);
        Assert.True(Policy.Clock.CalendarOf(null).IsWorking(saintPatrick));
        Assert.False(Policy.Clock.CalendarOf(Region.NorthernIreland).IsWorking(saintPatrick));
        Assert.Equal("scotland 2019-2028", Policy.Clock.CalendarOf(Region.Scotland).Edition);
    }

    [Fact]
    public void The_hash_changes_with_any_byte_of_any_file_and_with_nothing_else()
    {
        using var folder = new PolicyFolder();
        Assert.Equal(Policy.Hash, folder.Read().Policy!.Hash);
        Assert.Matches("^[0-9a-f]{64}$", Policy.Hash);
        foreach (string name in PolicyFiles.Names)
        {
            byte[] bytes = File.ReadAllBytes(folder.PathOf(name));
            Assert.NotEqual(Policy.Hash, folder.With(name, [.. bytes, (byte)'\n']).Read().Policy!.Hash);
            folder.With(name, bytes);
        }
    }

    /// <summary>Words for measures that firms write themselves: AmountMeasuresTests tries them.</summary>
    private static readonly string[] ForFirms = ["amount", "net", "outstanding", "total", "invoice date", "submitted"];

    [Fact]
    public void Every_word_of_the_language_is_used_by_a_measure_or_is_for_those_of_a_firm()
    {
        HashSet<string> written = [.. File.ReadAllText(Path.Combine(PolicyFolder.Shipped, "measures.yaml"))
            .Split([':', ',', '[', ']', '{', '}', '\n'], StringSplitOptions.TrimEntries)];
        Words words = Words.Known;
        IEnumerable<string> all =
        [
            .. words.Populations.Select(w => w.Name), .. words.Anchors.Select(w => w.Name), .. words.Events.Select(w => w.Name), .. words.Amounts.Select(w => w.Name),
            .. words.Figures.Select(w => w.Name), .. words.Targets.Select(w => w.Name), .. words.Traits.Select(w => w.Name), .. words.Worths.Select(w => w.Name), .. words.Traces.Select(w => w.Name), .. words.DaySets.Select(w => w.Name),
        ];
        Assert.Empty(all.Except(written).Except(ForFirms));
    }

    private static ImmutableArray<Bound> BoundsOf(string id) => Assert.IsType<Threshold>(Of(id).Promise).AllOf;

    private static Measure Of(string id) => Policy.Measures.Single(m => m.Id == id);
}
