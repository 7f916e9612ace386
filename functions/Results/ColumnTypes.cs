namespace Plumbline.Functions.Results;

/// <summary>What a column holds, in the words of the list of tables.</summary>
internal static class ColumnTypes
{
    public const string Text = "text";

    /// <summary>A text <c>yyyy-MM-dd</c>, empty where there is no day.</summary>
    public const string Day = "day";

    /// <summary>A text <c>yyyy-MM</c>.</summary>
    public const string Month = "month";

    /// <summary>In UTC, as ISO 8601 writes it.</summary>
    public const string Instant = "instant";

    public const string Integer = "integer";

    /// <summary>A whole number of pence or cents, of the currency in the column <c>currency</c>.</summary>
    public const string MinorUnits = "minor units";

    /// <summary>The amount beside it in whole units, with the decimals of its currency. It is made for each answer, not stored.</summary>
    public const string Decimal = "decimal";

    public const string Boolean = "boolean";

    /// <summary>A value inside the answer where JSON is asked for; in CSV its text.</summary>
    public const string Json = "json";
}
