using System.CommandLine;
using Plumbline.Local.Running;

namespace Plumbline.Local.Commands;

/// <summary>No command: runs everything on this machine and stays up until Ctrl-C.</summary>
internal static class RunCommand
{
    private const int DefaultPort = 7071;

    public static RootCommand AddTo(RootCommand root)
    {
        var port = new Option<int>("--port") { Description = "where the functions answer; 0 for any free port", DefaultValueFactory = _ => DefaultPort };
        port.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 0 or > ushort.MaxValue)
                given.AddError("--port: a port is a number from 0 to 65535.");
        });
        var once = new Option<bool>("--once") { Description = "run once, print the scorecard and stop" };
        var home = new Option<string?>("--home") { Description = "a folder for the rows, the sample and the key; .plumbline without it" };
        root.Options.Add(port);
        root.Options.Add(once);
        root.Options.Add(home);
        root.SetAction((parsed, cancellationToken) =>
            LocalRun.RunAsync(new(parsed.GetValue(port), parsed.GetValue(once), parsed.GetValue(home)), cancellationToken));
        return root;
    }
}
