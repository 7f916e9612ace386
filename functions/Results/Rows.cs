using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Results;

/// <summary>Reads stored rows, page by page, as they are.</summary>
public sealed class Rows(TableSet tables)
{
    /// <summary>So many accounts are read side by side.</summary>
    private const int AtOnce = 16;

    /// <summary>Everything in the partition <c>all</c> of the dimensions.</summary>
    internal const string Dimension = $"PartitionKey eq '{AccountRow.Partition}'";

    /// <summary>The others of the table are messages on their way.</summary>
    internal const string Alerts = $"RowKey ge '{AlertRow.First}' and RowKey lt '{AlertRow.End}'";

    /// <summary>The rows that fit; a table that is not there has none.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<TableEntity>> ReadAsync(string table, string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var pages = tables[table].QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).AsPages().GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(pages))
            yield return pages.Current.Values;
    }

    /// <summary>One page of them, which may be empty before the end; null of a table that is not there.</summary>
    /// <param name="position">Where the page before it ended; null for the first.</param>
    internal async Task<Page<TableEntity>?> PageAsync(
        string table, string? filter, string? position, int most, CancellationToken cancellationToken)
    {
        var found = tables[table].QueryAsync<TableEntity>(filter, most, cancellationToken: cancellationToken);
        await using var pages = found.AsPages(position).GetAsyncEnumerator(cancellationToken);
        return await NextAsync(pages) ? pages.Current : null;
    }

    internal async Task<List<TableEntity>> AllAsync(string table, string? filter, CancellationToken cancellationToken)
    {
        List<TableEntity> rows = [];
        await foreach (var page in ReadAsync(table, filter, cancellationToken))
            rows.AddRange(page);
        return rows;
    }

    /// <summary>The rows of every account, in the order of the accounts, those of the firm first: each query names a partition.</summary>
    internal async IAsyncEnumerable<IReadOnlyList<TableEntity>> ByAccountAsync(string table, string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<TableEntity> accounts = await AllAsync(TableNames.Accounts, Dimension, cancellationToken);
        string firm = Keys.Escape(AccountId.Firm.Value);
        foreach (string[] some in accounts.Select(a => a.RowKey).Where(key => key != firm).Prepend(firm).Chunk(AtOnce))
            foreach (List<TableEntity> rows in await Task.WhenAll(some.Select(key => AllAsync(table, And(Partition(key), filter), cancellationToken))))
                yield return rows;
    }

    /// <param name="key">Escaped.</param>
    internal static string Partition(string key) => TableClient.CreateQueryFilter($"PartitionKey eq {key}");

    internal static string Row(string partition, string row) => TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey eq {row}");

    internal static string? And(params string?[] filters) =>
        filters.OfType<string>().ToArray() is { Length: > 0 } some ? string.Join(" and ", some) : null;

    private static async Task<bool> NextAsync(IAsyncEnumerator<Page<TableEntity>> pages)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        // Tables are made by the first run.
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return false;
        }
    }
}
