using System.Diagnostics;
using System.Globalization;
using Plumbline.Functions.Tests.Runs;

namespace Plumbline.Functions.Tests.Walks;

/// <summary>A host in a process of its own, which is killed at one of its calls: this assembly, started as a program.</summary>
internal static class Mortal
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> Main(string[] args)
    {
        FirmTables firm = FirmTables.Elsewhere(args[0], args[1], args[2], DateTimeOffset.Parse(args[3], CultureInfo.InvariantCulture));
        Story story = Story.All(accounts: 2).Single(s => s.Name == args[4]);
        (int number, Mishap mishap) = (int.Parse(args[5], CultureInfo.InvariantCulture), Enum.Parse<Mishap>(args[6]));
        var script = new Script(firm.Clock, call => call.Number == number ? mishap : Mishap.None);
        Task life = story.Lives(new(firm, story.Facts(), script));
        await Task.WhenAny(script.Death, life);
        Process.GetCurrentProcess().Kill();
        return 0;
    }

    public static Task LiveAsync(FirmTables firm, Story story, int number, Mishap mishap) => firm.LendAsync(async connection =>
    {
        string[] args = [connection, firm.Prefix, firm.Folder!, $"{firm.Clock.GetUtcNow():O}", story.Name, $"{number}", $"{mishap}"];
        // What it leaves behind in the folder for temporary files goes with the journal.
        var start = new ProcessStartInfo("dotnet", [typeof(Mortal).Assembly.Location, .. args]) { Environment = { ["TMPDIR"] = firm.Folder } };
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync().WaitAsync(Patience);
        Assert.NotEqual(0, process.ExitCode);
    });
}
