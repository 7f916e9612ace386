using System.Text;
using Plumbline.Ingest.Csv;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Ingest.TimeEntries;

/// <summary>One time entry, in the numbers that it is folded by.</summary>
/// <param name="Day">Counted from 0001-01-01, a Monday.</param>
/// <param name="Person">By the numbers that the reading gives, as the engagement.</param>
/// <param name="Hours">In millionths, as the value.</param>
/// <param name="Development">Whether it is time for the person's own development or for the firm.</param>
/// <param name="Currency">Its three letters, packed; zero for none.</param>
/// <param name="Submitted">The day of the submission; -1 where it is blank, <see cref="NotRead"/> where it could not be read.</param>
/// <param name="Approved">The day of the approval; -1 where there is none.</param>
internal record struct TimeEntry(int Day, int Month, int Person, int Engagement, long Hours, bool Billable, bool Development, long? Value, int Currency, int Submitted, int Approved)
{
    public const int NotRead = -2;
}

/// <summary>Hours booked: the one file with a million rows, folded while it is read.</summary>
internal static class TimeFile
{
    public static readonly Shape Shape = new(Names.Time)
    {
        Columns = ["entry_date", "person_id", "engagement_id", "hours", "billable", "category", "value", "currency", "submitted_on", "approved_on"],
        Vital = ["entry_date", "person_id", "engagement_id"],
        Lenient = ["category", "submitted_on"],
    };

    /// <summary>Whether a category is the person's own development or the firm, in whatever case.</summary>
    public static bool IsDevelopment(ReadOnlySpan<byte> category) =>
        Ascii.EqualsIgnoreCase(category, "personal development"u8) || Ascii.EqualsIgnoreCase(category, "training"u8) || Ascii.EqualsIgnoreCase(category, "firm"u8);

    /// <summary>The patient way to read a row, for those that the quick way gives up on: it finds what to say.</summary>
    public static TimeEntry Parse(Row row, Header header, Records records, Numbers people, Numbers engagements)
    {
        Column hours = header["hours"], engagement = header["engagement_id"], person = header["person_id"];
        var day = NumberedDay.Of(row.NamedDayNeeded(header["entry_date"]));
        row.Needs(engagement, "every row needs one");
        row.Needs(hours, "every row needs one");
        row.Account(Column.None, engagement);
        row.PersonNeeded(person);
        int submitted = row.Day(header["submitted_on"])?.ToDateOnly().DayNumber ?? (row.Nothing(header["submitted_on"], out _) ? -1 : TimeEntry.NotRead);
        row.Nothing(person, out ReadOnlySpan<byte> personId);
        int personNumber = people.Of(personId, records);
        row.Nothing(engagement, out ReadOnlySpan<byte> engagementId);
        row.Nothing(header["category"], out ReadOnlySpan<byte> category);
        return new TimeEntry(
            day.Number, day.Month, personNumber, engagements.Of(engagementId, records),
            row.Micros(hours) ?? 0, row.Flag(header["billable"]), IsDevelopment(category), row.Micros(header["value"]), row.PackedCurrency(header["currency"]), submitted,
            row.Day(header["approved_on"])?.ToDateOnly().DayNumber ?? -1);
    }
}
