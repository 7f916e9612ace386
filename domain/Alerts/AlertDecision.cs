using NodaTime;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Alerts;

/// <summary>What an alert did, for those who are told.</summary>
public enum TransitionKind { Opened, Worsened, Resolved, Reopened }

/// <summary>Why an alert changed, or why it did not.</summary>
public enum AlertReason
{
    /// <summary>Nothing is wrong and there was no alert.</summary>
    NothingToSay,

    /// <summary>The first finding opened it.</summary>
    FirstOpened,

    /// <summary>It was at risk and is breached.</summary>
    BecameBreached,

    /// <summary>It was breached and is only at risk: better, and no reason to tell anybody.</summary>
    BackToAtRisk,

    /// <summary>It stands where it stood; what it says has changed.</summary>
    ContentChanged,

    /// <summary>It stands where it stood and says what it said.</summary>
    NothingChanged,

    /// <summary>It cannot be judged: missing data neither opens nor resolves (law 1f).</summary>
    NotKnown,

    /// <summary>The last of its findings closed.</summary>
    LastClosed,

    /// <summary>It was resolved and is wrong again.</summary>
    WrongAgain,
}

/// <summary>A decision: the alert as it is to be kept, what to tell, and why. A null alert is one that is not kept.</summary>
public sealed record AlertChange(Alert? Next, TransitionKind? Tell, AlertReason Reason);

/// <summary>Decides what an alert does by where it stands and what its findings come to now: DESIGN's table, cell by cell.</summary>
public static class AlertDecision
{
    public static AlertChange Decide(Alert? stored, Condition now, Instant at) => stored?.State switch
    {
        null => FromNone(now, at),
        AlertState.AtRisk => FromAtRisk(stored, now, at),
        AlertState.Breached => FromBreached(stored, now, at),
        _ => FromResolved(stored, now, at),
    };

    private static AlertChange FromNone(Condition now, Instant at) => now switch
    {
        // Only what is at risk or breached opens; what is not known does not.
        { Content: { } content } => new(
            new(now.Measure, now.Account, now.Key, StateOf(now.Verdict), content, at, at, 1), TransitionKind.Opened, AlertReason.FirstOpened),
        { Verdict: Verdict.Unknown } => new(null, null, AlertReason.NotKnown),
        _ => new(null, null, AlertReason.NothingToSay),
    };

    private static AlertChange FromAtRisk(Alert stored, Condition now, Instant at) => now switch
    {
        { Verdict: Verdict.Breached, Content: { } content } => Tell(stored, AlertState.Breached, content, at, TransitionKind.Worsened, AlertReason.BecameBreached),
        { Content: { } content } => Rewrite(stored, content),
        _ => Otherwise(stored, now, at),
    };

    private static AlertChange FromBreached(Alert stored, Condition now, Instant at) => now switch
    {
        { Verdict: Verdict.AtRisk, Content: { } content } =>
            new(stored with { State = AlertState.AtRisk, Content = content, ChangedAt = at }, null, AlertReason.BackToAtRisk),
        { Content: { } content } => Rewrite(stored, content),
        _ => Otherwise(stored, now, at),
    };

    private static AlertChange FromResolved(Alert stored, Condition now, Instant at) => now switch
    {
        { Content: { } content } => Tell(stored, StateOf(now.Verdict), content, at, TransitionKind.Reopened, AlertReason.WrongAgain),
        { Verdict: Verdict.Unknown } => new(stored, null, AlertReason.NotKnown),
        _ => new(stored, null, AlertReason.NothingChanged),
    };

    /// <summary>An open alert of which nothing is at risk or breached any more.</summary>
    private static AlertChange Otherwise(Alert stored, Condition now, Instant at)
    {
        if (now.Verdict is Verdict.Unknown or Verdict.Excepted)
            return new(stored, null, AlertReason.NotKnown);
        AlertChange resolved = Tell(stored, AlertState.Resolved, stored.Content, at, TransitionKind.Resolved, AlertReason.LastClosed);
        return resolved with { Next = resolved.Next is { } next ? next with { Because = now.Because } : null };
    }

    private static AlertChange Rewrite(Alert stored, AlertContent content) => SaysTheSame(stored.Content, content)
        ? new(stored, null, AlertReason.NothingChanged)
        : new(stored with { Content = content }, null, AlertReason.ContentChanged);

    private static AlertChange Tell(Alert stored, AlertState state, AlertContent content, Instant at, TransitionKind kind, AlertReason reason) =>
        new(stored with { State = state, Content = content, ChangedAt = at, Sequence = stored.Sequence + 1, Because = null }, kind, reason);

    private static AlertState StateOf(Verdict verdict) => verdict == Verdict.Breached ? AlertState.Breached : AlertState.AtRisk;

    /// <summary>By what they hold: records with lists in them do not compare so by themselves.</summary>
    private static bool SaysTheSame(AlertContent one, AlertContent other) =>
        one with { Rows = other.Rows, AtStake = other.AtStake, MoneyBehind = other.MoneyBehind } == other
        && one.AtStake.SequenceEqual(other.AtStake)
        && one.MoneyBehind.SequenceEqual(other.MoneyBehind)
        && one.Rows.More == other.Rows.More
        && one.Rows.Keys.SequenceEqual(other.Rows.Keys)
        && one.Rows.MoneyOfMore.SequenceEqual(other.Rows.MoneyOfMore);
}
