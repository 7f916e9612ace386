using NodaTime;

namespace Plumbline.Cli.Sample;

/// <summary>A firm that does not exist, with promises kept and broken: the plain files and calendars of one day, the same for the same seed.</summary>
public static class SampleFirm
{
    public const int DefaultSeed = 7;

    public static void Write(string folder, LocalDate today, int seed = DefaultSeed, Func<LocalDate, bool>? isWorkingDay = null)
    {
        Directory.CreateDirectory(folder);
        var firm = new Firm(new Almanac(today, isWorkingDay ?? MondayToFriday), seed);
        PlainFile.Write(folder, "accounts.csv", Accounts.Header, Accounts.Rows(firm));
        PlainFile.Write(folder, "contacts.csv", Contacts.Header, Contacts.Rows(firm));
        PlainFile.Write(folder, "people.csv", People.Header, People.Rows(firm));
        PlainFile.Write(folder, "engagements.csv", Engagements.Header, Engagements.Rows(firm));
        PlainFile.Write(folder, "roles.csv", Roles.Header, Roles.Rows(firm));
        PlainFile.Write(folder, "time.csv", TimeRows.Header, TimeRows.Rows(firm));
        PlainFile.Write(folder, "expenses.csv", Expenses.Header, Expenses.Rows(firm));
        PlainFile.Write(folder, "absences.csv", Absences.Header, Absences.Rows(firm));
        PlainFile.Write(folder, "invoices.csv", Invoices.Header, Invoices.Rows(firm));
        PlainFile.Write(folder, "documents.csv", Documents.Header, Documents.Rows(firm));
        PlainFile.Write(folder, "activities.csv", Activities.Header, Activities.Rows(firm));
        Calendars.Write(Path.Combine(folder, "calendars"), firm);
        PlainFile.Write(folder, "items.csv", Items.Header, Items.Rows(firm));
        PlainFile.Write(folder, "readings.csv", Readings.Header, Readings.Rows(firm));
        PlainFile.Write(folder, "opportunities.csv", Opportunities.Header, Opportunities.Rows(firm));
    }

    private static bool MondayToFriday(LocalDate day) => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
}
