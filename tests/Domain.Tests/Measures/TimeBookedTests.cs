using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>The week from Monday 7 to Sunday 13 September 2026 with 40 hours available: 32 are due on Monday the 14th.</summary>
public class TimeBookedTests
{
    private const string Id = "time-booked", Week = "2026-W37";

    private static Firm September(decimal? hours = 40) => new Firm().Account().Engagement().Person(hours: hours).Assigned("P1", from: "2026-09-07").Person("P2").Worked("2026-09-07", person: "P2");

    private static (Verdict, string?) Said(Firm firm, string day, string week = Week) => firm.Judge(Id, day).Single(f => f.Occasion == week) is var f ? (f.Verdict, f.Reason) : default;

    [Theory]
    [InlineData("2026-09-13", Verdict.NotDue)]
    [InlineData("2026-09-14", Verdict.NotDue)]
    [InlineData("2026-09-15", Verdict.Breached)]
    public void Who_books_nothing_is_late_a_working_day_after_the_week(string day, Verdict verdict) => Assert.Equal((verdict, null), Said(September(), day));

    [Theory]
    [InlineData(32, Verdict.Met)]
    [InlineData(31.99, Verdict.Breached)]
    public void Four_fifths_are_enough(double hours, Verdict verdict) => Assert.Equal(verdict, Said(September().Worked("2026-09-09", (decimal)hours), "2026-09-15").Item1);

    [Fact]
    public void Hours_of_every_engagement_and_account_count_and_of_no_other_week()
    {
        Firm firm = September().Account("A2").Engagement("E2", account: "A2").Worked("2026-09-07", 16).Worked("2026-09-10", 16, billable: 0, on: "E2").Worked("2026-09-06", 40);
        Assert.Equal(Verdict.Met, Said(firm, "2026-09-15").Item1);
    }

    [Fact]
    public void Who_has_no_hours_to_work_owes_none() => Assert.Empty(September(hours: 0).Worked("2026-09-09", 8).Judge(Id, "2026-09-15"));

    [Fact]
    public void Hours_on_what_the_register_does_not_know_are_hours()
    {
        Firm firm = September().Worked("2026-09-09", 32, on: "holiday cover");
        Assert.Equal(Verdict.Met, Said(firm, "2026-09-15").Item1);
        Assert.Equal(Verdict.Met, Said(firm.Without(Sources.Engagements), "2026-09-15").Item1);
    }

    [Fact]
    public void The_sentence_says_how_much_is_there_and_what_would_turn_it_green()
    {
        Finding finding = September().Worked("2026-09-09", 12).Judge(Id, "2026-09-15").Single(f => f.Occasion == Week);
        Assert.Equal("Person P1, week 2026-W37: not booked to 80 % of 40 hours (12 so far); it was due on 14 September 2026, 1 working day after the end of the week (13 September 2026).", finding.Message);
        Assert.Equal("have P1 book and submit 20 more hours, to reach 80 %", finding.Basis.Remedy(finding));
        Assert.Null(finding.Basis.AtStake(finding));
        Finding kept = September().Worked("2026-09-09", 40).Judge(Id, "2026-09-15").Single(f => f.Occasion == Week);
        Assert.Equal("Person P1, week 2026-W37: booked: 40 of 40 hours by 9 September 2026, in time for 14 September 2026.", kept.Message);
    }

    [Fact]
    public void Leave_makes_fewer_hours_available_and_a_week_of_it_owes_nothing()
    {
        Firm twoDays = September().Absent("P1", "2026-09-09", "2026-09-11", "2026-09-01").Worked("2026-09-07", 12.8m);
        Assert.Equal(Verdict.Met, Said(twoDays, "2026-09-15").Item1);
        Firm away = September().Absent("P1", "2026-09-07", "2026-09-13", "2026-09-01");
        Assert.DoesNotContain(away.Judge(Id, "2026-09-15"), f => f.Occasion == Week);
        Assert.Equal(Verdict.Breached, Said(September().Absent("P1", "2026-09-07", "2026-09-13", null), "2026-09-15").Item1);
    }

    [Fact]
    public void Weeks_with_a_working_day_on_the_account_are_asked_for_from_the_first_that_the_export_tells_whole()
    {
        Assert.Equal(["2026-W37", "2026-W38"], September().Judge(Id, "2026-09-15").Select(f => f.Occasion));
        Assert.Equal(["2026-W37", "2026-W38"], September().Assigned("P3", from: "2026-09-11", to: "2026-09-14").Person("P3").Judge(Id, "2026-09-25").Where(f => f.Subject == "P3").Select(f => f.Occasion));
        Assert.DoesNotContain(September().Assigned("P3", from: "2026-09-12", to: "2026-09-13").Person("P3").Judge(Id, "2026-09-25"), f => f.Subject == "P3");
        Assert.Empty(new Firm().Account().Engagement().Person().Assigned("P1").Judge(Id, "2026-09-18"));
        Assert.Equal(["2026-W37"], new Firm().Account().Engagement().Person().Assigned("P1").Worked("2026-09-02").Judge(Id, "2026-09-13").Select(f => f.Occasion));
    }

    // Two days on the account are 16 hours, of which 12.8 are enough; what is booked for days before counts elsewhere.
    [Theory]
    [InlineData(12.8, Verdict.Met)]
    [InlineData(12.7, Verdict.Breached)]
    public void Of_a_week_in_part_on_the_account_the_days_on_it_count(double hours, Verdict verdict)
    {
        Firm firm = new Firm().Account().Engagement().Person().Assigned("P1", from: "2026-09-10", to: "2026-09-11").Worked("2026-09-07", 24).Worked("2026-09-10", (decimal)hours);
        Assert.Equal(verdict, Said(firm, "2026-09-15").Item1);
    }

    [Fact]
    public void Two_stays_in_a_week_are_one_week()
    {
        Firm firm = new Firm().Account().Engagement().Person().Assigned("P1", from: "2026-09-07", to: "2026-09-07").Assigned("P1", from: "2026-09-10", to: "2026-09-10").Worked("2026-09-07", 6.4m).Worked("2026-09-10", 6.4m);
        Assert.Equal((Verdict.Met, "2026-W37"), firm.Only(Id, "2026-09-15") is var f ? (f.Verdict, f.Occasion) : default);
    }

    [Theory]
    [InlineData("2026-09-14", "2026-09-14", Verdict.Met)]
    [InlineData("2026-09-15", "2026-09-14", Verdict.NotDue)]
    [InlineData("2026-09-15", "2026-09-15", Verdict.MetLate)]
    [InlineData("2026-09-16", "2026-09-15", Verdict.Breached)]
    public void Hours_count_on_the_day_on_which_they_were_submitted(string submitted, string day, Verdict verdict) =>
        Assert.Equal(verdict, Said(September().Worked("2026-09-09", 32, submitted: submitted), day).Item1);

    [Fact]
    public void The_first_day_on_which_enough_is_submitted_counts_and_a_later_correction_does_not_undo_it()
    {
        Firm firm = September().Worked("2026-09-09", 30, submitted: "2026-09-11").Worked("2026-09-10", 2, submitted: "2026-09-14").Worked("2026-09-10", -20, submitted: "2026-09-15");
        Assert.Equal((Verdict.Met, "2026-09-14".Day()), firm.Judge(Id, "2026-09-15").Single(f => f.Occasion == Week) is { Basis: DeadlineBasis basis } f ? (f.Verdict, basis.DoneOn) : default);
        Assert.Equal(Verdict.Breached, Said(firm.Worked("2026-09-08", -1, submitted: "2026-09-13"), "2026-09-15").Item1);
    }

    [Theory]
    [InlineData(32, Verdict.Met)]
    [InlineData(31, Verdict.NotDue)]
    public void The_running_week_counts_with_all_of_its_days(int hours, Verdict verdict) => Assert.Equal(verdict, Said(September().Worked("2026-09-09", hours), "2026-09-10").Item1);

    [Fact]
    public void What_is_not_known_blames_nobody()
    {
        Assert.Equal((Verdict.Unknown, Reasons.FigureIncomplete), Said(September(hours: null), "2026-09-15"));
        Named elsewhere = new() { Account = new("A2"), Person = new("P1"), Day = "2026-09-09".Day() };
        Assert.Equal((Verdict.Unknown, Reasons.RowsQuarantined), Said(September().Lost(Sources.Time, elsewhere), "2026-09-15"));
        Assert.Equal((Verdict.Breached, null), Said(September().Lost(Sources.Time, elsewhere with { Day = "2026-09-14".Day() }), "2026-09-15"));
        Assert.Equal((Verdict.Met, null), Said(September().Worked("2026-09-09", 32).Lost(Sources.Time, elsewhere), "2026-09-15"));
        Assert.Equal((Verdict.Unknown, Reasons.SourceStale), Said(September().Source(Sources.Time, r => r with { AsOf = "2026-09-14".Day() }), "2026-09-15"));
        Assert.Equal(Reasons.SourceMissing, September().Without(Sources.Time).Only(Id, "2026-09-15").Reason);
    }

    [Fact]
    public void Working_days_are_those_of_the_accounts_region()
    {
        // The last Monday of August is a bank holiday in England, not in Scotland.
        Firm August(Region region) => new Firm().Account(region: region).Engagement().Person().Assigned("P1", from: "2026-08-31").Worked("2026-08-31", 0, person: "P2").Worked("2026-09-02", 25.6m);
        Assert.Equal(Verdict.Met, Said(August(Region.EnglandAndWales), "2026-09-08", "2026-W36").Item1);
        Assert.Equal(Verdict.Breached, Said(August(Region.Scotland), "2026-09-08", "2026-W36").Item1);
    }
}
