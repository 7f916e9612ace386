using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Each Deadline of an item of items.csv: open until its due day ends, breached on the day after, met on the due day and met late after it.</summary>
public class OwedExamples
{
    public static TheoryData<string, string, string, string> Measures => new()
    {
        { "milestones-met", "milestone", "2026-09-10", "2026-09-10" },
        { "risk-actions", "action", "2026-09-10", "2026-09-10" },
        { "customer-obligations", "obligation", "2026-09-09", "2026-09-13" },
        { "open-roles", "open role", "2026-09-24", "2026-09-10" },
        { "escalations-answered", "escalation", "2026-09-10", "2026-09-11" },
    };

    [Theory]
    [MemberData(nameof(Measures))]
    public void It_is_kept_on_the_day_it_is_due_and_broken_on_the_day_after(string measure, string kind, string dated, string due)
    {
        string after = due.Day().PlusDays(1).Iso();
        Firm Owed(string? done) => new Firm().Account().Engagement().Owed(kind, due: dated, raised: Raised(dated, due), done: done, on: "E1");
        Assert.Equal((measure == "milestones-met" ? Verdict.AtRisk : Verdict.NotDue, "T1", due.Day()), Said(Owed(null), measure, due));
        Assert.Equal((Verdict.Breached, "T1", due.Day()), Said(Owed(null), measure, after));
        Assert.Equal((Verdict.Met, "T1", due.Day()), Said(Owed(due), measure, after));
        Assert.Equal((Verdict.MetLate, "T1", due.Day()), Said(Owed(after), measure, after));
    }

    [Theory]
    [InlineData("2026-09-02", Verdict.NotDue)]
    [InlineData("2026-09-03", Verdict.AtRisk)] // Thursday: 5 working days before Thursday the 10th
    public void A_milestone_is_at_risk_5_working_days_before(string day, Verdict verdict) =>
        Assert.Equal(verdict, new Firm().Account().Owed("milestone", due: "2026-09-10").Only("milestones-met", day).Verdict);

    [Fact]
    public void An_obligation_is_of_the_week_in_which_it_falls_due() =>
        Assert.Equal("2026-W37", new Firm().Account().Owed("obligation", due: "2026-09-09").Only("customer-obligations", "2026-09-10").Occasion);

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_row_of_another_kind_is_no_subject_and_takes_nothing(string measure, string kind, string dated, string due)
    {
        Firm firm = new Firm().Account().Owed(kind, due: dated, raised: Raised(dated, due)).Owed("data mapping", due: dated, raised: dated, id: "T2")
            .Lost(Sources.Items, new() { Id = "T3", Account = new("A1"), Kind = "risk review" });
        Assert.Equal(Verdict.Breached, firm.Only(measure, due.Day().PlusDays(1).Iso()).Verdict);
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_lost_row_of_its_kind_is_a_subject_that_nobody_can_judge(string measure, string kind, string dated, string due)
    {
        Assert.NotEqual(dated, kind);
        Finding lost = new Firm().Account().Lost(Sources.Items, new() { Id = "T1", Account = new("A1"), Kind = kind }).Only(measure, due);
        Assert.Equal((Verdict.Unknown, "T1", Reasons.RowsQuarantined), (lost.Verdict, lost.Subject, lost.Reason));
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void Without_the_file_the_account_says_so_and_an_old_one_blames_nobody(string measure, string kind, string dated, string due)
    {
        string after = due.Day().PlusDays(1).Iso();
        Firm firm = new Firm().Account().Owed(kind, due: dated, raised: Raised(dated, due));
        Assert.Equal(Reasons.SourceStale, firm.Source(Sources.Items, r => r with { AsOf = due.Day() }).Only(measure, after).Reason);
        Finding without = firm.Without(Sources.Items).Only(measure, after);
        Assert.Equal(("A1", Verdict.Unknown, Reasons.SourceMissing), (without.Subject, without.Verdict, without.Reason));
    }

    [Theory]
    [MemberData(nameof(Measures))]
    public void One_raised_after_the_day_does_not_exist_yet_unless_it_is_done(string measure, string kind, string dated, string due)
    {
        Firm Owed(string raised, string? done = null) => new Firm().Account().Owed(kind, due: dated, raised: raised, done: done);
        Assert.NotEmpty(due);
        Assert.Single(Owed("2026-09-01").Judge(measure, "2026-09-01"));
        Assert.Empty(Owed("2026-09-02").Judge(measure, "2026-09-01"));
        Assert.Empty(Owed("2026-09-02", done: "2026-09-02").Judge(measure, "2026-09-01"));
        Assert.Equal(Verdict.Met, Owed("2026-09-02", done: "2026-09-01").Only(measure, "2026-09-01").Verdict);
    }

    /// <summary>An item that is due before the day it names was raised before it is due.</summary>
    private static string Raised(string dated, string due) => dated.Day() > due.Day() ? due : dated;

    private static (Verdict, string, NodaTime.LocalDate?) Said(Firm firm, string measure, string day) => firm.Only(measure, day) is var f ? (f.Verdict, f.Subject, f.Due) : default;
}
