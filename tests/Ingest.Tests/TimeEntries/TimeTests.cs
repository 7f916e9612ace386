using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Ingest.Tests.Exports;

namespace Plumbline.Ingest.Tests.TimeEntries;

public class TimeTests
{
    private const string Header = "entry_date,person_id,engagement_id,hours,billable,category,value,currency,submitted_on,approved_on\n";

    [Fact]
    public void Entries_of_a_person_engagement_week_and_month_are_added_up()
    {
        Work work = Assert.Single(Read("2026-08-03,P1,E1,7.5,yes,,100.115,GBP,,2026-08-10\n2026-08-05,P1,E1,-0.25,YES,,-0.1,gbp,,2026-08-11\n2026-08-07,P1,E1,1.3333333,no,,999,EUR,,\n"));

        Assert.Equal((8.583333m, 7.25m, 10_002L, "GBP", true), (work.Hours, work.BillableHours, work.Value, work.Currency, work.ValueIsWhole));
        Assert.Equal((3, 1, new LocalDate(2026, 8, 3), new LocalDate(2026, 8, 7), new LocalDate(2026, 8, 11)), (work.Entries, work.NotApproved, work.FirstDay, work.LastDay, work.LatestApproval));
        Assert.Equal(("2026-W32", new YearMonth(2026, 8)), (work.Week.ToString(), work.Month));
    }

    [Fact]
    public void Hours_are_kept_by_day_by_day_of_submission_and_by_whether_they_are_billable()
    {
        Work work = Assert.Single(Read("2026-08-03,P1,E1,4,yes,,,,2026-08-07,\n2026-08-03,P1,E1,2.5,yes,,,,2026-08-07,\n2026-08-03,P1,E1,1,no,,,,2026-08-07,\n2026-08-04,P1,E1,3,yes,,,,,\n2026-08-04,P1,E1,-1,yes,,,,2026-08-20,\n2026-08-05,P1,E1,5,yes,,,,soon,\n"));

        Assert.Equal(["Monday 1 2026-08-07", "Monday 6.5 yes 2026-08-07", "Tuesday -1 yes 2026-08-20", "Tuesday 3 yes 2026-08-04", "Wednesday 5 yes "],
            work.Days.Select(d => FormattableString.Invariant($"{(IsoDayOfWeek)(d.Weekday + 1)} {d.Hours}{(d.IsBillable ? " yes" : "")} {d.SubmittedOn(work.Week.Monday):uuuu-MM-dd}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_week_that_two_months_share_is_two_facts() =>
        Assert.Equal(["2026-W31 2026-07", "2026-W31 2026-08"], Read("2026-07-31,P1,E1,8\n2026-08-01,P1,E1,8\n", "entry_date,person_id,engagement_id,hours\n")
            .Select(w => $"{w.Week} {w.Month.Year}-{w.Month.Month:D2}").Order());

    [Fact]
    public void What_comes_after_the_day_judged_is_not_known_yet()
    {
        Work work = Assert.Single(Read("2026-09-07,P1,E1,8,yes,,,,,2026-09-08\n2026-09-08,P1,E1,8,yes,,,,,\n"));

        Assert.Equal((1, 1, null), (work.Entries, work.NotApproved, work.LatestApproval));
    }

    [Fact]
    public void A_value_is_whole_only_where_every_billable_entry_has_one()
    {
        Assert.False(Assert.Single(Read("2026-08-03,P1,E1,8,yes,,100,GBP,,\n2026-08-04,P1,E1,8,yes,,,GBP,,\n")).ValueIsWhole);
        Assert.True(Assert.Single(Read("2026-08-03,P1,E1,8,yes,,100,GBP,,\n2026-08-04,P1,E1,8,no,,,,,\n")).ValueIsWhole);
        Assert.Equal((Money.NoCurrency, 100L), (Read("2026-08-03,P1,E1,8,yes,,1,,,\n").Single().Currency, Read("2026-08-03,P1,E1,8,yes,,1,,,\n").Single().Value));
        Assert.Null(Assert.Single(Read("2026-08-03,P1,E1,8,yes,,100,GBP,,\n2026-08-04,P1,E1,8,yes,,100,EUR,,\n")).Currency);
        Assert.Equal("GBP", Assert.Single(Read("2026-08-03,P1,E1,8,yes,,100,GBP,,\n2026-08-04,P1,E1,8,no,,100,EUR,,\n")).Currency);
    }

    [Fact]
    public void Hours_that_the_file_does_not_tell_are_none_and_the_column_is_lacking()
    {
        Snapshot snapshot = Files.ReadWithRegister(("time.csv", "entry_date,person_id,engagement_id,approved_on\n2026-08-03,P1,E1,2026-08-04\n"));

        Assert.Equal((0m, 0), (Assert.Single(snapshot.Work).Hours, snapshot.Work[0].NotApproved));
        Assert.Contains("hours", snapshot.Reading("time.csv").LackingColumns.Keys);
    }

    [Fact]
    public void A_million_bad_rows_are_a_few_faults_and_a_count()
    {
        string rows = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{new LocalDate(2025, 1, 1).PlusDays(i % 500):uuuu-MM-dd},P{i % 100},E1,?\n"));

        SourceReading reading = Files.ReadWithRegister(("time.csv", "entry_date,person_id,engagement_id,hours\n" + rows)).Reading("time.csv");
        SourceReading many = Files.ReadWithRegister(("time.csv", "entry_date,person_id,engagement_id,hours\n" + rows.Replace(",P", ",Q1", StringComparison.Ordinal).Replace("E1,", "E2,", StringComparison.Ordinal) + rows)).Reading("time.csv");

        Assert.Equal((500, "time.csv: and 29,500 more faults like these"), (reading.Faults.Length, Assert.Single(reading.Notes)));
        Assert.All(reading.Faults, f => Assert.NotNull(f.Names.Day));
        Assert.Equal(1_000, many.Faults.Length);
    }

    [Fact]
    public void Beyond_ten_thousand_faults_their_days_are_left_out()
    {
        string rows = string.Concat(Enumerable.Range(0, 12_000).Select(i => $"{new LocalDate(2000, 1, 1).PlusDays(i % 6_000):uuuu-MM-dd},P{i / 6_000},E1,?\n"));

        var faults = Files.ReadWithRegister(("time.csv", "entry_date,person_id,engagement_id,hours\n" + rows)).Reading("time.csv").Faults;

        Assert.Equal(["P0 2", "P1 6002"], faults.Select(f => $"{f.Names.Person} {f.Line}"));
        Assert.All(faults, f => Assert.Null(f.Names.Day));
    }

    [Theory]
    [InlineData("2026-08-03", 0)]
    [InlineData("2026-08-05", 6_000)] // of the billable entries alone
    [InlineData("2026-08-10", 10_000)]
    [InlineData("", 0)]
    public void The_value_of_days_before_the_engagements_start_is_told_apart(string start, long pence)
    {
        string rows = "2026-08-03,P1,E1,2,yes,,40,GBP,,\n2026-08-04,P1,E1,1,yes,,20,GBP,,\n2026-08-04,P1,E1,1,no,,70,GBP,,\n2026-08-05,P1,E1,2,yes,,40,GBP,,\n";
        Work work = Assert.Single(Files.ReadWithRegister(("time.csv", Header + rows), ("engagements.csv", $"engagement_id,account_id,started_on\nE1,A1,{start}\n")).Work);
        Assert.Equal((10_000L, pence), (work.Value, work.ValueBeforeStart));
    }

    private static IReadOnlyList<Work> Read(string rows, string header = Header) => Files.ReadWithRegister(("time.csv", header + rows)).Work;

    [Theory]
    [InlineData("2026-08-03,P1,E1,8\n2026-08-03,P1,E1,-8\n2026-08-04,P1,E1,8\n", "2026-08-04")] // booked for the wrong day, and corrected
    [InlineData("2026-08-03,P1,E1,8\n2026-08-04,P1,E1,-8\n", "2026-08-03")] // a correction of another day takes nothing from this one
    [InlineData("2026-08-03,P1,E1,8\n2026-08-03,P1,E1,-9\n", null)]
    public void A_day_is_worked_where_its_hours_come_to_more_than_zero(string rows, string? first)
    {
        Work work = Assert.Single(Files.ReadWithRegister(("time.csv", "entry_date,person_id,engagement_id,hours\n" + rows)).Work);
        Assert.Equal(first, work.FirstWorked is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null);
    }
}
