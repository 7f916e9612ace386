using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Work for the account commences on 1 September 2026, a day before its first hour.</summary>
public class LegalDocumentsTests
{
    private const string Id = "legal-documents";

    private static Firm September() => new Firm().Account().Engagement(from: "2026-09-01").Engagement("E2", from: "2026-10-01").Worked("2026-09-02");

    private static Firm Reviewed(Firm firm, string type, string? recorded) => firm.Document(type, "2026-08-01", null, "2026-08-20", recorded, type, on: null);

    [Theory]
    [InlineData("2026-09-01", Verdict.NotDue)]
    [InlineData("2026-09-02", Verdict.Breached)]
    public void Each_of_the_three_is_due_on_the_day_work_commences(string day, Verdict verdict)
    {
        Finding[] findings = September().Judge(Id, day);
        Assert.Equal(["ccsa 2026-09-01", "msa 2026-09-01", "nda 2026-09-01"], findings.Select(f => $"{f.Subject} {f.Occasion}").Order());
        Assert.All(findings, f => Assert.Equal(verdict, f.Verdict));
    }

    [Theory]
    [InlineData("2026-09-01", Verdict.Met)]
    [InlineData("2026-09-02", Verdict.MetLate)]
    [InlineData(null, Verdict.Breached)]
    public void It_is_done_on_the_latest_of_its_three_days(string? recorded, Verdict verdict) =>
        Assert.Equal(verdict, Reviewed(September(), "msa", recorded).Judge(Id, "2026-09-10").Single(f => f.Subject == "msa").Verdict);

    [Fact]
    public void One_kind_does_nothing_for_another() =>
        Assert.Equal(["ccsa Breached", "msa Breached", "nda Met"], Reviewed(September(), "nda", "2026-08-25").Judge(Id, "2026-09-10").Select(f => $"{f.Subject} {f.Verdict}").Order());

    [Fact]
    public void Hours_before_the_start_bring_it_forward() =>
        Assert.All(September().Worked("2026-08-24").Judge(Id, "2026-08-25"), f => Assert.Equal((Verdict.Breached, "2026-08-24".Day()), (f.Verdict, f.Due)));

    [Fact]
    public void Without_an_engagement_there_is_nothing_to_be_signed() => Assert.Empty(new Firm().Account().Judge(Id, "2026-09-10"));

    [Fact]
    public void A_lost_document_of_its_kind_takes_it_and_no_other()
    {
        Firm firm = September().Lost(Sources.Documents, new() { Id = "D1", Account = new("A1"), Kind = "nda" });
        Assert.Equal(["ccsa Breached", "msa Breached", "nda Unknown"], firm.Judge(Id, "2026-09-10").Select(f => $"{f.Subject} {f.Verdict}").Order());
    }

    [Fact]
    public void Without_the_documents_nobody_is_blamed() =>
        Assert.All(September().Without(Sources.Documents).Judge(Id, "2026-09-10"), f => Assert.Equal(Reasons.SourceMissing, f.Reason));
}
