using NodaTime;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Sources;

/// <summary>One time entry, in the numbers that it is folded by.</summary>
/// <param name="Day">Counted from 0001-01-01, a Monday.</param>
/// <param name="Person">Its number in <see cref="PersonNumbers"/>.</param>
/// <param name="Engagement">Its number in <see cref="Known"/>; -1 where it is not known.</param>
/// <param name="Hours">In millionths, as the value.</param>
/// <param name="Currency">Its three letters, packed; zero for none.</param>
/// <param name="Approved">The day of the approval; -1 where there is none.</param>
internal record struct TimeEntry(int Day, int Month, int Person, int Engagement, long Hours, bool Billable, long? Value, int Currency, int Approved);

/// <summary>Hours booked: the one file with a million rows, folded while it is read.</summary>
internal static class TimeFile
{
    public static readonly Shape Shape = new(Names.Time)
    {
        Columns = ["entry_date", "person_id", "engagement_id", "hours", "billable", "category", "value", "currency", "submitted_on", "approved_on"],
        Vital = ["entry_date", "person_id", "engagement_id"],
        Lenient = ["category", "submitted_on"],
    };

    /// <summary>The patient way to read a row, for those that the quick way gives up on: it finds what to say.</summary>
    public static Func<Row, Known, PersonNumbers, TimeEntry> Parser(Header header)
    {
        Column entryDate = header["entry_date"], person = header["person_id"], engagement = header["engagement_id"], hours = header["hours"];
        Column billable = header["billable"], value = header["value"], currency = header["currency"], submitted = header["submitted_on"], approved = header["approved_on"];
        return (row, known, people) =>
        {
            LocalDate day = row.NamedDayNeeded(entryDate);
            row.Needs(engagement, "every row needs one");
            row.Needs(hours, "every row needs one");
            row.Account(Column.None, engagement);
            row.PersonNeeded(person);
            row.Nothing(person, out ReadOnlySpan<byte> personId);
            row.Nothing(engagement, out ReadOnlySpan<byte> id);
            row.Day(submitted);
            return new TimeEntry(
                day.ToDateOnly().DayNumber, (day.Year * 12) + day.Month - 1,
                people.Number(personId), known.EngagementNumber(id),
                row.Micros(hours) ?? 0, row.Flag(billable), row.Micros(value), row.PackedCurrency(currency), row.Day(approved)?.ToDateOnly().DayNumber ?? -1);
        };
    }
}
