using System.Collections;

namespace Azure.Data.Tables;

/// <summary>A row as a dictionary of its columns; keys, timestamp and tag are columns too, as in the package.</summary>
public sealed class TableEntity : ITableEntity, IDictionary<string, object?>
{
    internal const string Tag = "odata.etag";

    private readonly Dictionary<string, object?> columns;

    public TableEntity() => columns = [];

    public TableEntity(string partitionKey, string rowKey)
    {
        columns = [];
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object?> values) => columns = values is null ? [] : new(values);

    // A row without a key is refused where it is written; until then these give null, as the package's do, which says nothing of nulls.
#nullable disable
    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey));
        set => columns[nameof(PartitionKey)] = value;
    }

    public string RowKey
    {
        get => GetString(nameof(RowKey));
        set => columns[nameof(RowKey)] = value;
    }
#nullable restore

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(nameof(Timestamp));
        set => columns[nameof(Timestamp)] = value;
    }

    public ETag ETag
    {
        get => GetString(Tag) is { } tag ? new ETag(tag) : default;
        set => columns[Tag] = value.ToString();
    }

    public int Count => columns.Count;

    public ICollection<string> Keys => columns.Keys;

    ICollection<object?> IDictionary<string, object?>.Values => columns.Values;

    bool ICollection<KeyValuePair<string, object?>>.IsReadOnly => false;

    internal Dictionary<string, object?> Columns => columns;

    public object? this[string key]
    {
        get => columns.GetValueOrDefault(key);
        set => columns[key] = Coerced(columns.GetValueOrDefault(key), value);
    }

    public string? GetString(string key) => Get<string>(key);

    public bool? GetBoolean(string key) => (bool?)Get<object>(key, typeof(bool));

    public int? GetInt32(string key) => (int?)Get<object>(key, typeof(int));

    public long? GetInt64(string key) => (long?)Get<object>(key, typeof(long));

    public double? GetDouble(string key) => (double?)Get<object>(key, typeof(double));

    public Guid? GetGuid(string key) => (Guid?)Get<object>(key, typeof(Guid));

    public byte[]? GetBinary(string key) => columns.GetValueOrDefault(key) is BinaryData data ? data.ToArray() : Get<byte[]>(key);

    public BinaryData? GetBinaryData(string key) => columns.GetValueOrDefault(key) is byte[] bytes ? new BinaryData(bytes) : Get<BinaryData>(key);

    public DateTime? GetDateTime(string key) =>
        columns.GetValueOrDefault(key) is DateTimeOffset instant ? instant.UtcDateTime : (DateTime?)Get<object>(key, typeof(DateTime));

    public DateTimeOffset? GetDateTimeOffset(string key) =>
        columns.GetValueOrDefault(key) is DateTime date ? new DateTimeOffset(date) : (DateTimeOffset?)Get<object>(key, typeof(DateTimeOffset));

    public void Add(string key, object? value) => columns.Add(key, value);

    public bool Remove(string key) => columns.Remove(key);

    public bool ContainsKey(string key) => columns.ContainsKey(key);

    public bool TryGetValue(string key, out object? value) => columns.TryGetValue(key, out value);

    public void Clear() => columns.Clear();

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) => columns.Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) =>
        ((ICollection<KeyValuePair<string, object?>>)columns).Remove(item);

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) => columns.Contains(item);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object?>>)columns).CopyTo(array, arrayIndex);

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator() => columns.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => columns.GetEnumerator();

    private T? Get<T>(string key, Type? exactly = null)
        where T : class
    {
        object? value = columns.GetValueOrDefault(key);
        return value switch
        {
            null => null,
            T typed when exactly is null || value.GetType() == exactly => typed,
            _ => throw new InvalidOperationException($"Cannot return {exactly ?? typeof(T)} type for a {value.GetType()} typed property."),
        };
    }

    // A column keeps its type: a long that is given an int stays a long. A package's habit that a test would otherwise meet in the cloud.
    private static object? Coerced(object? old, object? value) => (old, value) switch
    {
        (null, _) or (_, null) => value,
        (double, int whole) => (double)whole,
        (long, int whole) => (long)whole,
        (int, double or long) => value,
        _ when old.GetType().IsInstanceOfType(value) => value,
        _ => throw new InvalidOperationException($"Value ({old.GetType()}) {old} is not convertable to ({value.GetType()}) {value}."),
    };
}
