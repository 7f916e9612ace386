using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>Rows of a class of the app's own: its public properties that can be read and written.</summary>
internal sealed class ClassShape<T> : EntityShape
    where T : class, ITableEntity
{
    private readonly Column<T>[] own;
    private readonly Column<T>[] all;

    public ClassShape()
    {
        var columns = new List<Column<T>>();
        foreach (PropertyInfo property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetMethod is not null && property.SetMethod is not null && property.GetIndexParameters().Length == 0
                && !IsSystem(property.Name) && property.GetCustomAttribute<IgnoreDataMemberAttribute>() is null)
            {
                columns.Add(Column<T>.Of(property));
            }
        }

        own = [.. columns];
        all = [.. own, new SystemColumn<T>("PartitionKey", static (e, v) => e.PartitionKey = v), new SystemColumn<T>("RowKey", static (e, v) => e.RowKey = v)];
    }

    public override void Write(Utf8JsonWriter writer, ITableEntity entity)
    {
        writer.WriteStartObject();
        WriteKeys(writer, entity);
        var tally = new RowTally(entity);
        foreach (Column<T> column in own)
        {
            column.Write(writer, (T)entity, ref tally);
        }

        writer.WriteEndObject();
        tally.Demand();
    }

    public override ITableEntity Read(ref Utf8JsonReader reader)
    {
        T entity = Activator.CreateInstance<T>();
        int next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("odata.etag"u8))
            {
                reader.Read();
                entity.ETag = new ETag(reader.GetString() ?? "");
            }
            else if (reader.ValueTextEquals("Timestamp"u8))
            {
                reader.Read();
                entity.Timestamp = reader.GetDateTimeOffset();
            }
            else if (Find(ref reader, ref next) is { } column)
            {
                reader.Read();
                column.Read(ref reader, entity);
            }
            else
            {
                reader.Skip();
            }
        }

        return entity;
    }

    // Rows of a page name their columns in one order, so the search goes on where the last one ended.
    private Column<T>? Find(ref Utf8JsonReader reader, ref int next)
    {
        for (int tried = 0; tried < all.Length; tried++)
        {
            Column<T> column = all[next];
            next = next + 1 < all.Length ? next + 1 : 0;
            if (column.Is(ref reader))
            {
                return column;
            }
        }

        return null;
    }

    private static bool IsSystem(string name) => name is nameof(ITableEntity.PartitionKey) or nameof(ITableEntity.RowKey) or nameof(ITableEntity.Timestamp) or nameof(ITableEntity.ETag);
}
