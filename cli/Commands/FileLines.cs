using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Cli.Commands;

/// <summary>What was read, file by file: its rows, those that could not be used, and its newest date, which shows an export that is old or cut short.</summary>
internal static class FileLines
{
    private const string None = "-";

    public static IEnumerable<string> Of(Judged judged)
    {
        SourceReading[] read = [.. judged.Snapshot.Readings.Values.Where(r => r.State != ReadingState.Missing).OrderBy(r => r.Source, StringComparer.Ordinal)];
        string[][] cells = [["file", "rows", "refused", "newest date"], .. read.Select(r => Cells(r, judged))];
        int[] widths = [.. Enumerable.Range(0, 3).Select(i => cells.Max(c => c[i].Length))];
        yield return $"Judged as of {judged.Today.InWords()}; dates after it are not known yet.";
        foreach (string[] line in cells)
            yield return $"{line[0].PadRight(widths[0])}  {line[1].PadLeft(widths[1])}  {line[2].PadLeft(widths[2])}  {line[3]}";
    }

    /// <summary>Of a file that was refused nothing is used, and nobody counted how much that is.</summary>
    private static string[] Cells(SourceReading reading, Judged judged) => reading.State == ReadingState.Refused
        ? [reading.Source, None, "all", None]
        : [reading.Source, Number(reading.Rows), Number(reading.RowsLost), Newest(reading.Source, judged) is var (day, column) ? $"{LocalDatePattern.Iso.Format(day)} {column}" : None];

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The newest that has come by the day judged: a booking ahead, or a day that stands for never, does not make an export new.</summary>
    private static (LocalDate Day, string Column)? Newest(string source, Judged judged)
    {
        (IEnumerable<LocalDate?> days, string column) = Dates(source, judged);
        LocalDate? newest = null;
        foreach (LocalDate? day in days)
            if (day <= judged.Today && !(day <= newest))
                newest = day;
        return newest is { } found ? (found, column) : null;
    }

    // Each kind of item is of one file, and has a day that no other file's has.
    private static (IEnumerable<LocalDate?> Days, string Column) Dates(string source, Judged judged)
    {
        (Snapshot plain, Register register) = (judged.Plain, judged.Plain.Register);
        return source switch
        {
            Sources.Accounts => (register.Accounts.Select(a => a.StartedOn), "started_on"),
            Sources.People => (register.People.Values.Select(p => p.StartedOn), "started_on"),
            Sources.Engagements => (register.Engagements.Select(e => e.UpdatedOn), "updated_on"),
            Sources.Roles => (plain.Assignments.Select(a => a.From), "from"),
            Sources.Time => (plain.Work.Select(w => (LocalDate?)w.LastDay), "entry_date"),
            Sources.Expenses => (plain.Items.Select(i => i.On(ItemDay.Submitted)), "submitted_on"),
            Sources.Absences => (plain.Items.Select(i => i.On(ItemDay.Requested)), "requested_on"),
            Sources.Invoices => (plain.Items.Select(i => i.On(ItemDay.Raised)), "raised_on"),
            Sources.Documents => (plain.Items.Select(i => i.On(ItemDay.SignedByAll)), "signed_by_all_on"),
            Sources.Items => (plain.Items.Select(i => i.On(ItemDay.Done)), "done_on"),
            Sources.Activities => (plain.Activities.Select(a => (LocalDate?)a.On), "held_on"),
            Sources.Calendars => (judged.Snapshot.Activities.Skip(plain.Activities.Count).Select(a => (LocalDate?)a.On), "of a meeting recognised"),
            Sources.Readings => (plain.Figures.Select(f => (LocalDate?)f.AsOf), "as_of"),
            Sources.Opportunities => (plain.Records.Select(r => r.UpdatedOn), "updated_on"),
            _ => ([], ""),
        };
    }
}
