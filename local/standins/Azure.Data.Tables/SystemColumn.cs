using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>One of the two keys, which every row has and whose writing is the shape's own.</summary>
internal sealed class SystemColumn<T>(string name, Action<T, string> set) : Column<T>(name)
    where T : class, ITableEntity
{
    public override void Write(Utf8JsonWriter writer, T entity, ref RowTally tally)
    {
    }

    public override void Read(ref Utf8JsonReader reader, T entity) => set(entity, reader.GetString() ?? "");
}
