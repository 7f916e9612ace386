using Plumbline.Domain.Findings;

namespace Plumbline.Functions.Results;

/// <summary>An account as the dimension names it.</summary>
public sealed record StoredAccount(string Id, string Name);

/// <summary>A measure as the dimension names it, with the kind of promise it is.</summary>
public sealed record StoredMeasure(string Id, string Promise);

/// <summary>The counts of a measure, account and month.</summary>
public sealed record StoredScore(string Account, string Measure, Standing Standing);

/// <summary>An alert as it is stored.</summary>
/// <param name="Due">As <c>yyyy-MM-dd</c>; empty for a standing condition.</param>
/// <param name="Money">The money at stake, in words; empty where there is none.</param>
public sealed record StoredAlert(
    string Account, string Fingerprint, string Title, Severity Severity, string State, string Message, string Remedy, string Due, string Money)
{
    public const string Breached = "breached";
    public const string Resolved = "resolved";

    public bool IsBreached => State == Breached;

    public bool IsOpen => State != Resolved;
}

/// <summary>What the scorecard is made of.</summary>
public sealed record StoredResults(
    IReadOnlyList<StoredAccount> Accounts, IReadOnlyList<StoredMeasure> Measures, IReadOnlyList<StoredScore> Scores, IReadOnlyList<StoredAlert> Alerts);
