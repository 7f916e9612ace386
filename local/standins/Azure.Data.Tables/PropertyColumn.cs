using System.Reflection;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>A property of the app's class, reached through delegates bound once: no reflection and no boxing for each row.</summary>
internal sealed class PropertyColumn<T, TValue>(string name, PropertyInfo property) : Column<T>(name)
    where T : class, ITableEntity
{
    private readonly ColumnName column = ColumnName.Of(name);
    private readonly EdmType<TValue> type = EdmTypes.Of<TValue>();
    private readonly Func<T, TValue> get = Bound<Func<T, TValue>>(property.GetMethod);
    private readonly Action<T, TValue> set = Bound<Action<T, TValue>>(property.SetMethod);

    public override void Write(Utf8JsonWriter writer, T entity, ref RowTally tally)
    {
        TValue value = get(entity);
        if (value is not null)
        {
            type.Write(writer, column, value, ref tally);
        }
    }

    public override void Read(ref Utf8JsonReader reader, T entity)
    {
        if (reader.TokenType != JsonTokenType.Null)
        {
            set(entity, type.Take(ref reader));
        }
    }

    private static TDelegate Bound<TDelegate>(MethodInfo? accessor)
        where TDelegate : Delegate =>
        accessor?.CreateDelegate<TDelegate>() ?? throw new NotSupportedException($"{typeof(T)} has a property that cannot be read and written");
}
