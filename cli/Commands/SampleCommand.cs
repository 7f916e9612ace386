using System.CommandLine;
using NodaTime;
using Plumbline.Cli.Sample;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary><c>sample FOLDER</c>: writes a sample firm's exports, to judge or to copy from.</summary>
internal static class SampleCommand
{
    public static Command Create(Io io)
    {
        var folder = new Argument<string>("FOLDER") { Description = "where to write; files of the same names are replaced" }.NotEmpty();
        var asOf = AsOfOption.Create(required: false);
        var command = new Command("sample", "Writes the exports of a sample firm.") { folder, asOf };
        command.SetAction(parsed =>
        {
            if (PolicyLoad.Read(PolicyLoad.Shipped, io.Error) is not { } policy)
                return Exit.Wrong;
            LocalDate day = parsed.GetResult(asOf) is null ? AsOfOption.Today(policy) : parsed.GetValue(asOf);
            Write(parsed.GetRequiredValue(folder), day, policy);
            io.Error.WriteLine($"{parsed.GetRequiredValue(folder)}: the sample firm as of {day:uuuu-MM-dd}.");
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
}
