using System.Collections.Immutable;
using System.Globalization;
using Azure.Data.Tables;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Tables;

/// <summary>A run as the ledger keeps it.</summary>
/// <param name="Accounts">The accounts it was asked for; empty for all.</param>
/// <param name="OpenedAt">When it was asked for: of two runs the one that was opened later knows more.</param>
public sealed record RunEntry(string Run, string Because, ImmutableArray<string> Accounts, Instant OpenedAt, string PolicyHash)
{
    /// <summary>Null while its message waits.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>The firm's day that it judged; null while its message waits.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>Whether a later run of everything was finished before it began, so that there was nothing left for it to say.</summary>
    public bool IsDropped { get; init; }

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

    /// <summary>How many accounts' transitions could not be sent, and are left to the relay.</summary>
    public int Unsent { get; init; }

    /// <summary>Why it did not do all that it was asked; null where it did.</summary>
    public string? Error { get; init; }
}

/// <summary>A row of <c>runs</c>: what a run was asked, what it used and what it came to.</summary>
public static class RunRow
{
    private const string Finished = "finished";
    private const string All = "all";

    public static TableEntity Of(RunEntry run)
    {
        TableEntity row = Columns.Row(PartitionOf(run.OpenedAt), KeyOf(run));
        row["run"] = Columns.Text(run.Run);
        row["because"] = Columns.Text(run.Because);
        // One account that is called so is not all of them.
        row["accounts"] = run.Accounts switch { [] => All, [All] => $"'{All}'", var some => Columns.Text(string.Join(' ', some)) };
        row["state"] = StateOf(run);
        row["openedat"] = Columns.At(run.OpenedAt);
        // A column has one type: until there is a beginning or an end, what came before stands for it.
        row["startedat"] = Columns.At(run.StartedAt ?? run.OpenedAt);
        row["finishedat"] = Columns.At(run.FinishedAt ?? run.StartedAt ?? run.OpenedAt);
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
        row["unsent"] = run.Unsent;
        row["leftaccounts"] = Columns.Text(string.Join(' ', run.Left));
        row["error"] = Columns.Text(run.Error);
        return row;
    }

    /// <summary>The months are partitions.</summary>
    public static string PartitionOf(Instant openedAt) => Columns.Month(openedAt.InUtc().Date.ToYearMonth());

    /// <summary>The filter for runs of everything in a partition that were opened later, and are finished.</summary>
    public static string LaterFinished(string partition, Instant openedAt) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {partition} and RowKey lt {Inverted(openedAt)} and state eq {Finished} and accounts eq {All}");

    /// <summary>The filter for the row of a run; one whose id does not say when it was opened is looked for in every month.</summary>
    public static string Named(string run) => TableClient.CreateQueryFilter($"run eq {run}");

    /// <summary>The filter for runs of the months before that instant's.</summary>
    public static string Before(Instant instant) => TableClient.CreateQueryFilter($"PartitionKey lt {PartitionOf(instant)}");

    /// <summary>The filter for the run's own row, where it has been finished.</summary>
    public static string OwnFinished(RunEntry run) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {PartitionOf(run.OpenedAt)} and RowKey eq {KeyOf(run)} and state eq {Finished}");

    private static string StateOf(RunEntry run) => run switch
    {
        { IsDropped: true } => "dropped",
        { FinishedAt: not null, Error: not null } => "failed",
        { FinishedAt: not null } => Finished,
        { StartedAt: not null } => "started",
        _ => "opened",
    };

    /// <summary>Newest first.</summary>
    private static string KeyOf(RunEntry run) => $"{Inverted(run.OpenedAt)}~{Keys.Escape(run.Run)}";

    private static string Inverted(Instant instant) => (long.MaxValue - instant.ToUnixTimeTicks()).ToString("D19", CultureInfo.InvariantCulture);
}
