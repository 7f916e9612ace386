using System.Collections.Immutable;
using System.Globalization;
using Azure.Data.Tables;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Tables;

/// <summary>A run as the ledger keeps it.</summary>
/// <param name="Accounts">The accounts it was asked for; empty for all.</param>
/// <param name="Day">The firm's day that it judged.</param>
public sealed record RunEntry(string Run, string Because, ImmutableArray<string> Accounts, Instant StartedAt, LocalDate Day, string PolicyHash)
{
    /// <summary>Null while it runs, or where it never came to an end.</summary>
    public Instant? FinishedAt { get; init; }

    /// <summary>Over the names, states and contents of every source, as 64 lower-case hex digits; empty until they are read.</summary>
    public string SourcesHash { get; init; } = "";

    /// <summary>By verdict; empty until the accounts are judged.</summary>
    public ImmutableArray<int> Counts { get; init; } = [];

    /// <summary>By kind of transition, in its order: opened, worsened, resolved, reopened.</summary>
    public ImmutableArray<int> Told { get; init; } = [0, 0, 0, 0];

    public int Committed { get; init; }

    /// <summary>The accounts that others kept writing to, left to the next run.</summary>
    public ImmutableArray<AccountId> Left { get; init; } = [];

    /// <summary>Why it did not do all that it was asked; null where it did.</summary>
    public string? Error { get; init; }
}

/// <summary>A row of <c>runs</c>: what a run was asked, what it used and what it came to.</summary>
public static class RunRow
{
    public static TableEntity Of(RunEntry run)
    {
        TableEntity row = Columns.Row(Columns.Month(run.StartedAt.InUtc().Date.ToYearMonth()), KeyOf(run));
        row["run"] = Columns.Text(run.Run);
        row["because"] = Columns.Text(run.Because);
        row["accounts"] = run.Accounts.IsEmpty ? "all" : Columns.Text(string.Join(' ', run.Accounts));
        row["state"] = run.FinishedAt is null ? "started" : run.Error is null ? "finished" : "failed";
        row["startedat"] = Columns.At(run.StartedAt);
        // A column has one type: until there is an end, its beginning stands for it.
        row["finishedat"] = Columns.At(run.FinishedAt ?? run.StartedAt);
        row["day"] = Columns.Day(run.Day);
        row["policyhash"] = Columns.Text(run.PolicyHash);
        row["sourceshash"] = run.SourcesHash;
        row.Put(run.Counts.IsEmpty ? [0, 0, 0, 0, 0, 0, 0, 0] : run.Counts);
        row["opened"] = run.Told[0];
        row["worsened"] = run.Told[1];
        row["resolved"] = run.Told[2];
        row["reopened"] = run.Told[3];
        row["committed"] = run.Committed;
        row["left"] = run.Left.Length;
        row["leftaccounts"] = Columns.Text(string.Join(' ', run.Left));
        row["error"] = Columns.Text(run.Error);
        return row;
    }

    /// <summary>Newest first.</summary>
    private static string KeyOf(RunEntry run) =>
        $"{(long.MaxValue - run.StartedAt.ToUnixTimeTicks()).ToString("D19", CultureInfo.InvariantCulture)}~{Keys.Escape(run.Run)}";
}
