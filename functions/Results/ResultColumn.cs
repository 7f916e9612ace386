using Azure.Data.Tables;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Results;

/// <summary>A column of a result table, as its readers may rely on it.</summary>
/// <param name="Type">As <see cref="ColumnTypes"/> names it.</param>
public sealed record ResultColumn(string Name, string Type)
{
    private const string Decimal = "_decimal";
    private const string Currency = "currency";

    /// <summary>The same amount in whole units of its currency.</summary>
    internal ResultColumn InUnits => new(Name + Decimal, ColumnTypes.Decimal);

    /// <summary>Null where the row was written before there was such a column.</summary>
    internal object? Value(TableEntity row) => Type == ColumnTypes.Decimal ? Units(row) : row[Name];

    private decimal? Units(TableEntity row) =>
        row[Name[..^Decimal.Length]] is long minor ? new Money(minor, row.GetString(Currency) ?? Money.NoCurrency).Units : null;
}
