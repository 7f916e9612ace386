namespace Azure.Data.Tables;

/// <summary>Where a table's rows are.</summary>
internal sealed class EntityAddress(string root, string table)
{
    /// <summary>The table: rows are inserted here.</summary>
    public string Rows { get; } = $"{root}/{table}";

    /// <summary>Transactions of any table go to the account.</summary>
    public string Batch { get; } = $"{root}/$batch";

    public string Row(string partitionKey, string rowKey) => $"{Rows}(PartitionKey='{Quoted(partitionKey)}',RowKey='{Quoted(rowKey)}')";

    public string Query(string? filter, string? select, int? top, string? token)
    {
        string query = "";
        Add("$filter", filter);
        Add("$top", top?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Add("$select", select);
        if (!string.IsNullOrEmpty(token))
        {
            // The two halves of a token are the service's own; neither holds a space.
            int space = token.IndexOf(' ', StringComparison.Ordinal);
            Add("NextPartitionKey", space < 0 ? token : token[..space]);
            Add("NextRowKey", space < 0 ? null : token[(space + 1)..]);
        }

        return query.Length == 0 ? $"{Rows}()" : $"{Rows}()?{query[1..]}";

        void Add(string name, string? value) => query += string.IsNullOrEmpty(value) ? "" : $"&{name}={Uri.EscapeDataString(value)}";
    }

    private static string Quoted(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
