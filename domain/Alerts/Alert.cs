using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Alerts;

/// <summary>Where an alert stands.</summary>
public enum AlertState { AtRisk, Breached, Resolved }

/// <summary>What an alert says now. It may change at every run and sends nothing by itself.</summary>
/// <param name="Message">The sentence of the worst of its findings, and how many more there are.</param>
/// <param name="Remedy">The remedy for all of them; null if there is none.</param>
/// <param name="Due">The earliest due day of its findings; null for a standing condition.</param>
/// <param name="Open">How many findings it gathers.</param>
/// <param name="AtStake">The money that waits, an amount a currency, in order of currency.</param>
/// <param name="Owner">Who answers for the worst of its findings; null where nobody does.</param>
public sealed record AlertContent(
    string Title, Severity Severity, string Message, string? Remedy, LocalDate? Due, int Open, FailingRows Rows, ImmutableArray<Money> AtStake, Owner? Owner)
{
    /// <summary>The fingerprint of the alert that this one waits for and is folded under; null where it stands by itself.</summary>
    public string? Cause { get; init; }

    /// <summary>How many open alerts wait for this one, however far behind.</summary>
    public int Behind { get; init; }

    /// <summary>The money that waits with them, an amount a currency, in order of currency.</summary>
    public ImmutableArray<Money> MoneyBehind { get; init; } = [];
}

/// <summary>The open findings of one measure and account that share an alert key, gathered.</summary>
/// <param name="Sequence">How many transitions it has had: its rows in <c>transitions</c> and in the outbox.</param>
public sealed record Alert(string Measure, AccountId Account, string Key, AlertState State, AlertContent Content, Instant OpenedAt, Instant ChangedAt, int Sequence)
{
    public string Fingerprint { get; } = Alerts.Fingerprint.Of(Measure, Account, Key);

    /// <summary>Why it is resolved; null while it is open.</summary>
    public string? Because { get; init; }
}
