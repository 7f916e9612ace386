using System.Globalization;
using Azure.Data.Tables;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Functions.Tables;

/// <summary>A reading as <c>sources</c> keeps it.</summary>
/// <param name="Number">The how manieth of its source, from 1.</param>
/// <param name="Day">The firm's day on which it was read.</param>
/// <param name="Accepted">Whether later readings are held against its size.</param>
public sealed record KeptReading(string Source, int Number, Instant At, LocalDate Day, ReadingState State, bool Accepted, string Hash, int Rows, string Why);

/// <summary>A row of <c>sources</c>: a reading whose content, or whose fate, was new.</summary>
public static class SourceRow
{
    private const int Numbers = 99_999_999;

    private static readonly string[] States = ["read", "missing", "refused", "shrunk", "empty"];

    public static TableEntity Of(SourceReading reading, int number, Instant at, LocalDate day)
    {
        TableEntity row = Columns.Row(PartitionOf(reading.Source), KeyOf(number));
        row["source"] = Columns.Text(reading.Source);
        row["number"] = number;
        row["at"] = Columns.At(at);
        row["day"] = Columns.Day(day);
        row["state"] = States[(int)reading.State];
        row["accepted"] = reading.State == ReadingState.Read;
        row["hash"] = Columns.Text(reading.Hash);
        row["asof"] = Columns.Day(reading.AsOf);
        row["rows"] = reading.Rows;
        row["quarantined"] = reading.Faults.Count(f => f.RowLost);
        row["unmatched"] = reading.Unmatched.Rows;
        row["why"] = Columns.Text(reading.Why);
        return row;
    }

    public static string PartitionOf(string source) => Keys.Escape(source);

    public static KeptReading Read(TableEntity row) => new(
        row.Text("source"), row.Number("number"), row.At("at"), row.DayOrNull("day") ?? throw new FormatException("a reading has a day"),
        (ReadingState)Array.IndexOf(States, row.Text("state")), row.GetBoolean("accepted") ?? false, row.Text("hash"), row.Number("rows"), row.Text("why"));

    /// <summary>Newest first, and the same for two runs that find the same content at once: only one of them adds it.</summary>
    private static string KeyOf(int number) => (Numbers - number).ToString("D8", CultureInfo.InvariantCulture);
}
