namespace Azure.Data.Tables;

/// <summary>A row: its two keys, when the service last wrote it, and the tag of that version.</summary>
public interface ITableEntity
{
    string PartitionKey { get; set; }
    string RowKey { get; set; }
    DateTimeOffset? Timestamp { get; set; }
    ETag ETag { get; set; }
}
