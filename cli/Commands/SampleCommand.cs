using System.CommandLine;
using NodaTime;
using Plumbline.Cli.Sample;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Exports;

namespace Plumbline.Cli.Commands;

/// <summary><c>sample FOLDER</c>: writes a sample firm's exports, to judge or to copy from.</summary>
internal static class SampleCommand
{
    public static Command Create(Io io)
    {
        var folder = new Argument<string>("FOLDER") { Description = "where to write; an existing sample needs --force" }.NotEmpty();
        var asOf = AsOfOption.Create();
        var force = new Option<bool>("--force") { Description = "replace files of the same names" };
        var command = new Command("sample", "Writes the exports of a sample firm.") { folder, asOf, force };
        command.SetAction(parsed =>
        {
            if (PolicyLoad.Read(PolicyLoad.Shipped, io.Error) is not { } policy)
                return Exit.Wrong;
            string target = parsed.GetRequiredValue(folder);
            if (!parsed.GetValue(force) && Present(target) is { } present)
            {
                io.Error.WriteLine($"{present} exists: name another folder, or give --force to replace it.");
                return Exit.Wrong;
            }
            LocalDate day = parsed.GetValue(asOf) ?? AsOfOption.Today(policy);
            Write(target, day, policy);
            io.Error.WriteLine($"{target}: the sample firm as of {day:uuuu-MM-dd}.");
            return Exit.Kept;
        });
        return command;
    }

    /// <summary>The firm works on the days that its policy calls working days; where the calendar ends, Mondays to Fridays.</summary>
    public static void Write(string folder, LocalDate today, Policy policy)
    {
        Folders.Make(folder);
        SampleFirm.Write(folder, today, isWorkingDay: day => policy.Clock.CalendarOf(null).IsWorking(day) ?? day.DayOfWeek <= IsoDayOfWeek.Friday);
    }

    /// <summary>The first file that the sample may replace; null where the folder has none.</summary>
    private static string? Present(string folder)
    {
        string calendars = Path.Combine(folder, "calendars");
        IEnumerable<string> mailboxes = Directory.Exists(calendars) ? Directory.EnumerateFiles(calendars, "*.json") : [];
        return PlainFiles.Names.Select(name => Path.Combine(folder, name)).Concat(mailboxes.Order(StringComparer.Ordinal))
            .FirstOrDefault(File.Exists);
    }
}
