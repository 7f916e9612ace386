using System.Collections.Concurrent;
using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Results;

/// <summary>
/// The ledger's balance: every transition that an alert has made is in <c>transitions</c> or still in the outbox, each number once. It is
/// looked over some accounts at a time, in turn, so that asking costs the same however many there are.
/// </summary>
public sealed class Balance(TableSet tables)
{
    /// <summary>The fault where there is nothing to look at.</summary>
    public const string Unseen = "cannot be looked at without tables";

    private const int AccountsOfALook = 20;

    private readonly ConcurrentDictionary<string, int> _wrong = [];
    private string _after = "";

    /// <summary>How many alerts did not balance when each account was last looked at.</summary>
    internal int Wrong => _wrong.Values.Sum();

    /// <summary>How many alerts do not balance, as far as it has been looked; null where all do. No account is named: anybody may ask.</summary>
    public async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        try
        {
            string[] accounts = await NextAsync(cancellationToken);
            await Task.WhenAll(accounts.Select(async account => Note(account, await WrongAsync(account, cancellationToken))));
        }
        // What is wrong with the tables is theirs to say.
        catch (Exception failure) when (StorageFailure.Is(failure))
        {
            return Unseen;
        }
        return _wrong.IsEmpty ? null : string.Create(CultureInfo.InvariantCulture, $"{Wrong} alerts lack transitions");
    }

    /// <param name="account">The key of its partitions.</param>
    /// <returns>How many of its alerts do not have as many transitions as their sequence says.</returns>
    public async Task<int> WrongAsync(string account, CancellationToken cancellationToken)
    {
        Partition rows = tables.Partition(TableNames.Alerts, account);
        // An alert is written with its transition, which leaves the outbox only for the transitions: read in this order, what an alert has told is never missed.
        Dictionary<string, TableEntity> alerts = await rows.ReadAsync(AlertRow.First, AlertRow.End, cancellationToken);
        HashSet<string> told = [.. (await rows.ReadAsync(OutboxRow.First, OutboxRow.End, cancellationToken)).Keys.Select(k => k[OutboxRow.First.Length..])];
        told.UnionWith(await tables.Partition(TableNames.Transitions, account).KeysAsync(cancellationToken));
        var counts = told.CountBy(k => k[..k.IndexOf('~', StringComparison.Ordinal)]).ToDictionary();
        // A transition that came while we read is more than the alert's row said, and no fault.
        return alerts.Values.Count(a => counts.GetValueOrDefault(a.Text("fingerprint")) < a.Number("sequence"));
    }

    private async Task<string[]> NextAsync(CancellationToken cancellationToken)
    {
        Partition accounts = tables.Partition(TableNames.Accounts, AccountRow.Partition);
        try
        {
            string[] next = await accounts.KeysAfterAsync(_after, AccountsOfALook, cancellationToken);
            _after = next.Length < AccountsOfALook ? "" : next[^1];
            return next;
        }
        // Tables are made by the first run.
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return [];
        }
    }

    private void Note(string account, int wrong)
    {
        if (wrong == 0)
            _wrong.TryRemove(account, out _);
        else
            _wrong[account] = wrong;
    }
}
