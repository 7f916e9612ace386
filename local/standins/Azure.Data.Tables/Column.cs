using System.Reflection;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>A column of a class: its name, and the way in and out.</summary>
internal abstract class Column<T>(string name)
    where T : class, ITableEntity
{
    private readonly byte[] utf8 = Encoding.UTF8.GetBytes(name);

    public static Column<T> Of(PropertyInfo property)
    {
        string name = property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name;
        Type column = typeof(PropertyColumn<,>).MakeGenericType(typeof(T), property.PropertyType);
        return Activator.CreateInstance(column, name, property) as Column<T> ?? throw new NotSupportedException($"{typeof(T)}.{property.Name}");
    }

    public bool Is(ref Utf8JsonReader reader) => reader.ValueTextEquals(utf8);

    public abstract void Write(Utf8JsonWriter writer, T entity, ref RowTally tally);

    public abstract void Read(ref Utf8JsonReader reader, T entity);
}
