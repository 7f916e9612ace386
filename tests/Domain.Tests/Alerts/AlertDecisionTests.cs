using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Alerts;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Tests.Alerts;

/// <summary>The design's table of states and verdicts, cell by cell.</summary>
public sealed class AlertDecisionTests
{
    private static readonly Instant Then = Instant.FromUtc(2026, 11, 2, 9, 0);
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 20, 9, 0);

    private static readonly AlertContent Before = Content("INV-1 is late");

    /// <summary>Where an alert stands (none where empty), the verdict now, where it stands then, what it tells (nothing where empty), and why.</summary>
    public static TheoryData<string, Verdict, string, string, AlertReason> Cells => new()
    {
        { "", Verdict.AtRisk, "AtRisk", "Opened", AlertReason.FirstOpened },
        { "", Verdict.Breached, "Breached", "Opened", AlertReason.FirstOpened },
        { "", Verdict.Unknown, "", "", AlertReason.NotKnown },
        { "", Verdict.Excepted, "", "", AlertReason.NothingToSay },
        { "", Verdict.Met, "", "", AlertReason.NothingToSay },
        { "", Verdict.MetLate, "", "", AlertReason.NothingToSay },
        { "", Verdict.NotDue, "", "", AlertReason.NothingToSay },
        { "", Verdict.NotApplicable, "", "", AlertReason.NothingToSay },
        { "AtRisk", Verdict.AtRisk, "AtRisk", "", AlertReason.NothingChanged },
        { "AtRisk", Verdict.Breached, "Breached", "Worsened", AlertReason.BecameBreached },
        { "AtRisk", Verdict.Unknown, "AtRisk", "", AlertReason.NotKnown },
        { "AtRisk", Verdict.Met, "Resolved", "Resolved", AlertReason.LastClosed },
        { "AtRisk", Verdict.MetLate, "Resolved", "Resolved", AlertReason.LastClosed },
        { "AtRisk", Verdict.NotDue, "Resolved", "Resolved", AlertReason.LastClosed },
        { "AtRisk", Verdict.NotApplicable, "Resolved", "Resolved", AlertReason.LastClosed },
        { "Breached", Verdict.AtRisk, "AtRisk", "", AlertReason.BackToAtRisk },
        { "Breached", Verdict.Breached, "Breached", "", AlertReason.NothingChanged },
        { "Breached", Verdict.Unknown, "Breached", "", AlertReason.NotKnown },
        { "Breached", Verdict.Met, "Resolved", "Resolved", AlertReason.LastClosed },
        { "Breached", Verdict.MetLate, "Resolved", "Resolved", AlertReason.LastClosed },
        { "Breached", Verdict.NotDue, "Resolved", "Resolved", AlertReason.LastClosed },
        { "Breached", Verdict.NotApplicable, "Resolved", "Resolved", AlertReason.LastClosed },
        { "Resolved", Verdict.AtRisk, "AtRisk", "Reopened", AlertReason.WrongAgain },
        { "Resolved", Verdict.Breached, "Breached", "Reopened", AlertReason.WrongAgain },
        { "Resolved", Verdict.Unknown, "Resolved", "", AlertReason.NotKnown },
        { "Resolved", Verdict.Excepted, "Resolved", "", AlertReason.NothingChanged },
        { "Resolved", Verdict.Met, "Resolved", "", AlertReason.NothingChanged },
        { "Resolved", Verdict.MetLate, "Resolved", "", AlertReason.NothingChanged },
        { "Resolved", Verdict.NotDue, "Resolved", "", AlertReason.NothingChanged },
        { "Resolved", Verdict.NotApplicable, "Resolved", "", AlertReason.NothingChanged },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_state_and_verdict_has_its_decision_and_reason(string state, Verdict verdict, string next, string told, AlertReason reason)
    {
        AlertChange change = AlertDecision.Decide(Stored(state), Found(verdict), Now);

        Assert.Equal((next, told, reason), ($"{change.Next?.State}", $"{change.Tell}", change.Reason));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void What_is_told_is_numbered_and_what_is_not_told_is_not(string state, Verdict verdict, string next, string told, AlertReason reason)
    {
        AlertChange change = AlertDecision.Decide(Stored(state), Found(verdict), Now);

        Assert.Equal(next.Length == 0 ? null : (state.Length == 0 ? 0 : 3) + (told.Length == 0 ? 0 : 1), change.Next?.Sequence);
        Assert.Equal(next.Length > 0 && next != state, change.Next?.ChangedAt == Now);
        Assert.Equal(reason == AlertReason.LastClosed ? Condition.Withdrawn : null, change.Next?.Because);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Deciding_twice_changes_nothing(string state, Verdict verdict, string next, string told, AlertReason reason)
    {
        AlertChange once = AlertDecision.Decide(Stored(state), Found(verdict), Now);
        AlertChange twice = AlertDecision.Decide(once.Next, Found(verdict), Now + Duration.FromHours(1));

        Assert.Equal((once.Next, (TransitionKind?)null), (twice.Next, twice.Tell));
        Assert.Equal((next, told, reason), ($"{once.Next?.State}", $"{once.Tell}", once.Reason));
    }

    [Fact]
    public void A_changed_amount_rewrites_the_alert_and_tells_nothing()
    {
        AlertContent more = Before with { AtStake = [new(20_00, "GBP")] };

        AlertChange change = AlertDecision.Decide(Stored("Breached"), Found(Verdict.Breached) with { Content = more }, Now);

        Assert.Equal((AlertReason.ContentChanged, (TransitionKind?)null, 3, Then), (change.Reason, change.Tell, change.Next?.Sequence, change.Next?.ChangedAt));
        Assert.Equal(more, change.Next?.Content);
    }

    [Fact]
    public void An_equal_list_of_rows_is_no_change()
    {
        AlertContent same = Content("INV-1 is late");

        Assert.Equal(AlertReason.NothingChanged, AlertDecision.Decide(Stored("AtRisk"), Found(Verdict.AtRisk) with { Content = same }, Now).Reason);
    }

    [Fact]
    public void What_is_wrong_again_says_what_is_wrong_now_and_forgets_why_it_was_resolved()
    {
        AlertChange change = AlertDecision.Decide(Stored("Resolved"), Found(Verdict.Breached) with { Content = Content("again") }, Now);

        Assert.Equal(("again", null, Then), (change.Next?.Content.Message, change.Next?.Because, change.Next?.OpenedAt));
    }

    private static Alert? Stored(string state) => state.Length == 0 ? null
        : new("no-aged-debt", new("A1"), "INV-1~2026-09-01", Enum.Parse<AlertState>(state), Before, Then, Then, 3);

    private static Condition Found(Verdict verdict) => new("no-aged-debt", new("A1"), "INV-1~2026-09-01", verdict,
        verdict is Verdict.AtRisk or Verdict.Breached ? Before : null, Condition.Withdrawn);

    private static AlertContent Content(string message) => new(
        "No debt", Severity.High, message, null, new LocalDate(2026, 10, 1), 1, new(["INV-1"], 1, [new(5_00, "EUR")]), [new(10_00, "GBP")], new Owner("P1", "account lead by the PSA"));
}
