using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Asked for on Wednesday 2 September 2026: due on Tuesday the 8th, and on the day it begins at the latest.</summary>
public class AbsencesApprovedTests
{
    private const string Id = "absences-approved";

    private static Firm Asked(string from, string? decided) => new Firm().Account().Person().Assigned("P1").Absent("P1", from, "2026-12-31", decided, requested: "2026-09-02");

    [Theory]
    [InlineData("2026-10-05", "2026-09-08", Verdict.NotDue)]
    [InlineData("2026-10-05", "2026-09-09", Verdict.Breached)]
    [InlineData("2026-09-08", "2026-09-08", Verdict.NotDue)]
    [InlineData("2026-09-04", "2026-09-04", Verdict.NotDue)]
    [InlineData("2026-09-04", "2026-09-05", Verdict.Breached)]
    public void The_earlier_of_two_bounds_is_due(string from, string day, Verdict verdict)
    {
        Finding finding = Asked(from, null).Only(Id, day);
        Assert.Equal((verdict, "P1-" + from, "2026-W36"), (finding.Verdict, finding.Subject, finding.Occasion));
    }

    [Theory]
    [InlineData("2026-10-05", "2026-09-08", Verdict.Met)]
    [InlineData("2026-10-05", "2026-09-09", Verdict.MetLate)]
    [InlineData("2026-09-04", "2026-09-04", Verdict.Met)]
    [InlineData("2026-09-04", "2026-09-07", Verdict.MetLate)]
    public void It_is_kept_by_deciding_before_both(string from, string decided, Verdict verdict) => Assert.Equal(verdict, Asked(from, decided).Only(Id, "2026-09-20").Verdict);

    [Fact]
    public void The_sentence_says_which_bound_it_was()
    {
        Assert.EndsWith("not decided; it was due on 4 September 2026, the first day.", Asked("2026-09-04", null).Only(Id, "2026-09-20").Message, StringComparison.Ordinal);
        Assert.EndsWith("it was due on 8 September 2026, 2 working days after the end of the week (6 September 2026).", Asked("2026-10-05", null).Only(Id, "2026-09-20").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_of_each_account_that_the_person_was_on_when_asking()
    {
        Firm firm = Asked("2026-10-05", null).Account("A2").Account("A3").Assigned("P1", account: "A2", from: "2026-09-02", to: "2026-09-02").Assigned("P1", account: "A3", from: "2026-09-03");
        Assert.Equal(["A1", "A2"], firm.Judge(Id, "2026-09-20").Select(f => f.Account.Value));
    }

    [Fact]
    public void What_nobody_asked_for_is_no_request() => Assert.Empty(new Firm().Account().Assigned("P1").Absent("P1", "2026-09-01", "2026-09-02", null).Judge(Id, "2026-09-20"));

    [Fact]
    public void A_lost_request_is_one_that_nobody_can_judge()
    {
        Firm firm = new Firm().Account().Assigned("P1").Lost(Sources.Absences, new() { Id = "L1", Person = new("P1"), Day = "2026-09-02".Day() });
        Assert.Equal((Verdict.Unknown, "L1", "2026-W36"), firm.Only(Id, "2026-09-09") is var f ? (f.Verdict, f.Subject, f.Occasion) : default);
    }

    [Fact]
    public void A_lost_request_of_somebody_on_no_account_is_the_firms_and_one_that_names_nothing_is_nobodys()
    {
        static Finding[] OfFirm(Named names)
        {
            Firm firm = new Firm().Account().Person().Assigned("P1").Lost(Sources.Absences, names);
            return [.. Evaluation.Judge(Views.Of(firm.Snapshot("2026-09-16".Day()), firm.Policy, "2026-09-16".Day()).OfFirm)];
        }
        Finding lost = Assert.Single(OfFirm(new() { Id = "H9", Person = new("P9"), Day = "2026-09-09".Day() }));
        Assert.Equal(("absences-approved", "(firm)", "H9", "2026-W37", Verdict.Unknown, Reasons.RowsQuarantined), (lost.Measure, lost.Account.Value, lost.Subject, lost.Occasion, lost.Verdict, lost.Reason));
        Assert.Empty(OfFirm(new()));
        Assert.Empty(OfFirm(new() { Id = "H1", Person = new("P1") }));
    }
}
