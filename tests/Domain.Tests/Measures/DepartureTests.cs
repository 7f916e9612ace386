using System.Collections.Immutable;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Domain.Tests.Measures;

/// <summary>Why a stored finding is no longer produced: the first rule that fits.</summary>
public sealed class DepartureTests
{
    private const string Today = "2026-11-20";

    private static (Leaving Leaving, string? Because) Leave(Firm firm, string measure, string subject, string occasion, Verdict verdict = Verdict.Breached, string? due = "2026-10-01")
    {
        AccountView view = Views.Of(firm.Snapshot(Today.Day()), firm.Policy, Today.Day())[0];
        var (leaving, because) = Departure.Decide(new(measure, subject, occasion, verdict, due.DayOrNone()), firm.Policy.Measures.FirstOrDefault(m => m.Id == measure), view);
        return (leaving, because?.Reason);
    }

    private static Firm Northwind() => new Firm().Account().Engagement().Person();

    private static Firm Listing(Firm firm, string source, params string[] ids) => firm.Source(source, r => r with { Ids = ids.ToHashSet() });

    [Theory]
    [InlineData(ReadingState.Missing, Reasons.SourceMissing)]
    [InlineData(ReadingState.Refused, Reasons.SourceRefused)]
    [InlineData(ReadingState.Shrunk, Reasons.SourceShrunk)]
    [InlineData(ReadingState.Empty, Reasons.SourceEmpty)]
    public void While_a_source_was_not_read_in_full_it_stays(ReadingState state, string reason) =>
        Assert.Equal((Leaving.Stays, reason), Leave(Northwind().Source(Sources.Invoices, r => r with { State = state }), "no-aged-debt", "INV-1", "2026-09-01"));

    [Fact]
    public void What_closed_before_the_look_back_is_forgotten() =>
        Assert.Equal((Leaving.Forgotten, null), Leave(Northwind(), "no-aged-debt", "INV-1", "2025-09-01", Verdict.MetLate, "2025-10-01"));

    [Fact]
    public void What_was_open_and_has_closed_before_the_look_back_is_forgotten_too() =>
        Assert.Equal((Leaving.Forgotten, null), Leave(
            Listing(Northwind().Invoice("INV-1", raised: "2025-08-01", due: "2025-09-01", outstanding: 0, paid: "2026-11-19"), Sources.Invoices, "INV-1"),
            "no-aged-debt", "INV-1", "2025-09-01", due: "2025-10-01"));

    [Fact]
    public void A_key_that_its_source_has_no_more_is_withdrawn() =>
        Assert.Equal((Leaving.Withdrawn, null), Leave(Listing(Northwind(), Sources.Invoices, "INV-2"), "no-aged-debt", "INV-1", "2026-09-01"));

    [Fact]
    public void A_key_that_left_its_population_applies_no_longer() =>
        Assert.Equal((Leaving.NoLongerApplies, null), Leave(Listing(Northwind().Invoice("INV-1", state: "void"), Sources.Invoices, "INV-1"), "no-aged-debt", "INV-1", "2026-09-01"));

    [Fact]
    public void A_measure_that_the_policy_has_no_more_applies_no_longer() =>
        Assert.Equal((Leaving.NoLongerApplies, null), Leave(Northwind(), "no-such-measure", "INV-1", ""));

    [Theory]
    [InlineData("timesheets-approved", "P1/E1", "2026-W36")]
    [InlineData("expenses-approved", "X1", "2026-W36")]
    [InlineData("invoice-raised", "E1", "2026-08")]
    [InlineData("data-mapping", "E1", "2026-01-05")]
    public void What_hangs_on_an_engagement_stays_while_its_row_cannot_be_used(string measure, string subject, string occasion) =>
        Assert.Equal((Leaving.Stays, Reasons.RowsQuarantined), Leave(
            new Firm().Account().Lost(Sources.Engagements, new() { Id = "E1", Engagement = new("E1"), Account = new("A1") }), measure, subject, occasion));

    [Fact]
    public void A_person_whose_assignment_cannot_be_read_is_not_taken_to_have_left() =>
        Assert.Equal((Leaving.Stays, Reasons.RowsQuarantined), Leave(
            Northwind().Lost(Sources.Roles, new() { Account = new("A1"), Person = new("P1"), Kind = "core" }), "one-to-one", "P1", "2026-10"));

    [Theory]
    [InlineData("timesheets-approved", "P1/E2", "2026-W36")]
    [InlineData("invoice-raised", "E2", "2026-08")]
    public void What_hangs_on_another_engagement_does_not(string measure, string subject, string occasion) =>
        Assert.Equal(Leaving.Withdrawn, Leave(
            new Firm().Account().Lost(Sources.Engagements, new() { Id = "E1", Engagement = new("E1"), Account = new("A1") }), measure, subject, occasion).Leaving);

    [Fact]
    public void Rows_that_nobody_could_place_keep_what_they_may_be_about() =>
        Assert.Equal((Leaving.Stays, Reasons.IdentityUnmatched), Leave(
            Northwind().Source(Sources.Time, r => r with { Unmatched = new(5, []) }), "timesheets-approved", "P1/E1", "2026-W36"));
}
