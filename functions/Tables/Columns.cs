using System.Collections.Immutable;
using Azure.Data.Tables;
using NodaTime;
using NodaTime.Text;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Functions.Tables;

/// <summary>
/// How values stand in columns. Every row has every column, so that a reader never guesses: no text and no day are empty text, days are
/// <c>yyyy-MM-dd</c>, instants are in UTC, money is in minor units beside its currency.
/// </summary>
internal static class Columns
{
    /// <summary>A column holds 32,768 characters; what is longer than this is cut.</summary>
    public const int LongestText = 32_000;

    /// <summary>What stands for a currency where there are several: their amounts are in <c>amounts</c> and nowhere added.</summary>
    public const string Several = "several";

    private const int Version = 1;

    private static readonly HashSet<string> Systems = ["PartitionKey", "RowKey", "Timestamp"];

    public static TableEntity Row(string partition, string row) => new(partition, row) { ["v"] = Version };

    public static string Text(string? text)
    {
        if (text is null || text.Length <= LongestText)
            return text ?? "";
        // Half a surrogate pair would come back as another character, and the row would seem to change at every run.
        return text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }

    public static string Day(LocalDate? day) => day?.Iso() ?? "";

    public static string Month(YearMonth month) => YearMonthPattern.Iso.Format(month);

    public static DateTimeOffset At(Instant instant) => instant.ToDateTimeOffset();

    /// <summary>One amount in two columns, all of them in a third.</summary>
    public static void Put(this TableEntity row, ImmutableArray<Money> amounts)
    {
        row["atstake"] = amounts.Length == 1 ? amounts[0].Minor : 0L;
        row["currency"] = amounts.Length switch { 0 => "", 1 => amounts[0].Currency, _ => Several };
        row["amounts"] = Json.Of(amounts);
    }

    public static string Text(this TableEntity row, string column) => row.GetString(column) ?? "";

    /// <summary>Null where the column is empty.</summary>
    public static string? TextOrNull(this TableEntity row, string column) => row.Text(column) is { Length: > 0 } text ? text : null;

    public static int Number(this TableEntity row, string column) => row.GetInt32(column) ?? 0;

    public static LocalDate? DayOrNull(this TableEntity row, string column) =>
        row.TextOrNull(column) is { } text ? LocalDatePattern.Iso.Parse(text).GetValueOrThrow() : null;

    public static Instant At(this TableEntity row, string column) => Instant.FromDateTimeOffset(row.GetDateTimeOffset(column) ?? DateTimeOffset.UnixEpoch);

    /// <summary>Whether two rows hold the same in our own columns.</summary>
    public static bool Same(TableEntity one, TableEntity other)
    {
        string[] columns = [.. Own(one)];
        return columns.Length == Own(other).Count() && columns.All(c => Equals(one[c], other[c]));
    }

    public static TableEntity Copy(TableEntity row)
    {
        var copy = new TableEntity(row.PartitionKey, row.RowKey);
        foreach (string column in Own(row))
            copy[column] = row[column];
        return copy;
    }

    // No column of ours can have a point in its name; what the service says of a row has.
    private static IEnumerable<string> Own(TableEntity row) => row.Keys.Where(k => !Systems.Contains(k) && !k.Contains('.', StringComparison.Ordinal));
}
