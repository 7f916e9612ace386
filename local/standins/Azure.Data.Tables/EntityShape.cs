using System.Collections.Concurrent;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>How rows of one .NET type are written and read.</summary>
internal abstract class EntityShape
{
    private static readonly ConcurrentDictionary<Type, EntityShape> Known = new() { [typeof(TableEntity)] = new DictionaryShape() };

    public static EntityShape Of(Type type) => Known.GetOrAdd(type, Made);

    /// <summary>The row that a point read answers with.</summary>
    public static T Row<T>(Response response)
        where T : class, ITableEntity
    {
        var reader = new Utf8JsonReader(response.Content.ToMemory().Span);
        reader.Read();
        return (T)Of(typeof(T)).Read(ref reader);
    }

    /// <summary>Writes the row as an object; a column without a value is left out, since the service does not store nulls.</summary>
    public abstract void Write(Utf8JsonWriter writer, ITableEntity entity);

    /// <summary>Reads the object at which the reader stands.</summary>
    public abstract ITableEntity Read(ref Utf8JsonReader reader);

    protected static void WriteKeys(Utf8JsonWriter writer, ITableEntity entity)
    {
        EntityLaws.DemandKeys(entity);
        writer.WriteString("PartitionKey"u8, entity.PartitionKey);
        writer.WriteString("RowKey"u8, entity.RowKey);
    }

    private static EntityShape Made(Type type) =>
        type.IsClass && !type.IsAbstract && Activator.CreateInstance(typeof(ClassShape<>).MakeGenericType(type)) is EntityShape shape
            ? shape
            : throw new NotSupportedException($"a row is a class with columns: {type} is not");
}
