using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Plumbline.Functions.Tests.Tables;

public enum Shade
{
    Pale,
    Dark,
}

/// <summary>A row of every type that the service stores.</summary>
public sealed class Sample : ITableEntity
{
    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }
    public string? Text { get; set; }
    public int Int { get; set; }
    public int? MaybeInt { get; set; }
    public long Long { get; set; }
    public long? MaybeLong { get; set; }
    public double Double { get; set; }
    public bool Bool { get; set; }
    public bool? MaybeBool { get; set; }
    public Guid Guid { get; set; }
    public byte[]? Bytes { get; set; }
    public DateTime Date { get; set; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    public DateTimeOffset? MaybeInstant { get; set; }
    public Shade Shade { get; set; }
    public Shade? MaybeShade { get; set; }

    [DataMember(Name = "Renamed")]
    public string? Original { get; set; }

    [IgnoreDataMember]
    public string? Unstored { get; set; }

    public string Computed => Text + Int;
}
