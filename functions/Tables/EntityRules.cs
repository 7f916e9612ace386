using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Data.Tables.Models;
using static Plumbline.Functions.Tables.AzureTableRules;

namespace Plumbline.Functions.Tables;

/// <summary>Azure's rules for a row and its keys.</summary>
internal static partial class EntityRules
{
    private const string TypeOf = "@odata.type";
    private const int LongestKey = 1_024;
    private const int MostColumns = 252;

    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SearchValues<char> Forbidden = SearchValues.Create([.. "/\\#?", .. Enumerable.Range(0, 0xA0).Select(i => (char)i).Where(char.IsControl)]);

    /// <returns>The key of its partition.</returns>
    public static string Demand(TableOperation operation)
    {
        (string? partition, string? row) = Keys(operation.Address);
        if (!operation.Entity.IsEmpty)
        {
            (string? own, string? ownRow) = DemandColumns(operation.Entity.Span);
            (partition, row) = (partition ?? own, row ?? ownRow);
        }
        DemandKey("PartitionKey", partition ?? "");
        DemandKey("RowKey", row ?? "");
        return partition ?? "";
    }

    private static (string? Partition, string? Row) DemandColumns(ReadOnlySpan<byte> entity)
    {
        var json = new Utf8JsonReader(entity);
        string? partition = null, row = null;
        // A column and the annotation with its type stand side by side, in either order.
        (string Name, string? Type) told = ("", null);
        Utf8JsonReader value = default;
        string named = "";
        int columns = 0;
        long bytes = EntitySize.OfRow;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = json.GetString() ?? "";
            json.Read();
            if (name.EndsWith(TypeOf, StringComparison.Ordinal))
            {
                told = (name[..^TypeOf.Length], json.GetString());
                if (told.Name == named)
                    bytes += EntitySize.Of(named, value, told.Type) - EntitySize.Of(named, value, null);
            }
            else if (name is "PartitionKey")
                partition = json.GetString();
            else if (name is "RowKey")
                row = json.GetString();
            // A column without a value is not stored.
            else if (!name.StartsWith("odata.", StringComparison.Ordinal) && name != "Timestamp" && json.TokenType != JsonTokenType.Null)
            {
                ColumnNames.Demand(name);
                value = json;
                (named, columns) = (name, columns + 1);
                bytes += EntitySize.Of(name, json, told.Name == name ? told.Type : null);
            }
            if (named == told.Name && told.Type == "Edm.DateTime")
                DemandDate(value);
        }
        if (columns > MostColumns)
            throw Refusal(TableErrorCode.TooManyProperties, $"The row has {columns} columns; it may have {MostColumns}.");
        if (bytes + EntitySize.OfKey(partition ?? "") + EntitySize.OfKey(row ?? "") > EntitySize.Most)
            throw Refusal(TableErrorCode.EntityTooLarge, "The row is larger than 1 MiB.");
        return (partition, row);
    }

    private static void DemandDate(in Utf8JsonReader value)
    {
        if (value.TokenType == JsonTokenType.String && value.TryGetDateTimeOffset(out DateTimeOffset date) && date < Earliest)
            throw Refusal(TableErrorCode.OutOfRangeInput, "A date lies before 1601.");
    }

    private static void DemandKey(string name, string key)
    {
        if (key.Length > LongestKey)
            throw Refusal(TableErrorCode.KeyValueTooLarge, string.Create(CultureInfo.InvariantCulture, $"The {name} is longer than {LongestKey} characters."));
        if (key.AsSpan().ContainsAny(Forbidden))
            throw Refusal(TableErrorCode.OutOfRangeInput, $"The {name} holds one of / \\ # ? or a control character.");
    }

    private static (string? Partition, string? Row) Keys(string address) =>
        RowAddress().Match(address) is { Success: true } match ? (Plain(match.Groups[1].Value), Plain(match.Groups[2].Value)) : (null, null);

    private static string Plain(string escaped) => Uri.UnescapeDataString(escaped).Replace("''", "'", StringComparison.Ordinal);

    [GeneratedRegex(@"\(PartitionKey=(?:'|%27)(.*)(?:'|%27),RowKey=(?:'|%27)(.*)(?:'|%27)\)$", RegexOptions.Singleline)]
    private static partial Regex RowAddress();
}
