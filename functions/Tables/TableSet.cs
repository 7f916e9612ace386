using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace Plumbline.Functions.Tables;

/// <summary>The tables of one firm.</summary>
/// <param name="prefix">Stands before each table's name, in lower-case letters and digits: several firms, or tests, in one account.</param>
public sealed class TableSet(TableServiceClient account, string prefix = "")
{
    private readonly ConcurrentDictionary<string, TableClient> _tables = [];
    private volatile bool _created;

    public TableClient this[string name] => _tables.GetOrAdd(name, n => account.GetTableClient(prefix + n));

    public Partition Partition(string table, string key) => new(this[table], key);

    /// <summary>Creates what is not there; once it has, it asks no more.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (_created)
            return;
        await Task.WhenAll(TableNames.All.Select(n => this[n].CreateIfNotExistsAsync(cancellationToken)));
        _created = true;
    }
}
