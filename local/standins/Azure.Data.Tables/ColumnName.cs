using System.Collections.Concurrent;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>A column's name, checked and encoded once.</summary>
internal sealed class ColumnName
{
    // Names come from code and are few; where they come from data, the rest is encoded each time.
    private const int Remembered = 4_096;
    private static readonly ConcurrentDictionary<string, ColumnName> Known = new(StringComparer.Ordinal);

    private ColumnName(string name)
    {
        EntityLaws.DemandName(name);
        Length = name.Length;
        Text = JsonEncodedText.Encode(name);
        Type = JsonEncodedText.Encode(name + "@odata.type");
    }

    public int Length { get; }

    public JsonEncodedText Text { get; }

    /// <summary>The name of the annotation that tells the column's type.</summary>
    public JsonEncodedText Type { get; }

    public static ColumnName Of(string name)
    {
        if (Known.TryGetValue(name, out ColumnName? known))
        {
            return known;
        }

        var column = new ColumnName(name);
        return Known.Count < Remembered ? Known.GetOrAdd(name, column) : column;
    }
}
