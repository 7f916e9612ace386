using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure.Data.Tables.Models;
using static Plumbline.Functions.Tables.AzureTableRules;

namespace Plumbline.Functions.Tables;

/// <summary>What Azure demands of a row and of its keys.</summary>
internal static partial class EntityRules
{
    private const string TypeOf = "@odata.type";
    private const int LongestKey = 1_024;
    private const int MostColumns = 252;
    private const int MostBytes = 1 << 20;

    // How the service reckons the size of a row: these for the row and each of its columns, and two bytes a character.
    private const int BytesOfARow = 4;
    private const int BytesOfAColumn = 8;
    private const int BytesOfALength = 4;
    private const int BytesOfANumber = 8;

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
        Utf8JsonReader value = default;
        string? named = null, dated = null;
        int columns = 0;
        long bytes = BytesOfARow;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string name = json.GetString() ?? "";
            json.Read();
            if (name.EndsWith(TypeOf, StringComparison.Ordinal))
                dated = json.ValueTextEquals("Edm.DateTime"u8) ? name[..^TypeOf.Length] : null;
            else if (name is "PartitionKey" or "RowKey")
                (partition, row, bytes) = (name[0] == 'P' ? json.GetString() : partition, name[0] == 'R' ? json.GetString() : row, bytes + BytesOf(json));
            else if (!name.StartsWith("odata.", StringComparison.Ordinal) && name != "Timestamp")
            {
                ColumnNames.Demand(name);
                value = json;
                (named, columns, bytes) = (name, columns + 1, bytes + BytesOfAColumn + (2 * name.Length) + BytesOf(json));
            }
            if (named is not null && named == dated)
                DemandDate(value);
        }
        if (columns > MostColumns)
            throw Refusal(TableErrorCode.TooManyProperties, $"The row has {columns} columns; it may have {MostColumns}.");
        if (bytes > MostBytes)
            throw Refusal(TableErrorCode.EntityTooLarge, "The row is larger than 1 MiB.");
        return (partition, row);
    }

    private static int BytesOf(in Utf8JsonReader value) => value.TokenType != JsonTokenType.String ? BytesOfANumber
        : BytesOfALength + (2 * (value.ValueIsEscaped ? (value.GetString() ?? "").Length : Encoding.UTF8.GetCharCount(value.ValueSpan)));

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
