using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Plumbline.Cli.Commands;

namespace Plumbline.Local.Running;

/// <summary>No command: runs everything on this machine and stays up until Ctrl-C.</summary>
internal static class RunCommand
{
    private const int DefaultPort = 7071;

    public static void AddTo(RootCommand root, Io io)
    {
        var port = new Option<int>("--port") { Description = "where the functions answer; 0 for any free port", DefaultValueFactory = _ => DefaultPort, CustomParser = Port };
        var once = new Option<bool>("--once") { Description = "run once, print the scorecard and stop" };
        var home = new Option<string?>("--home") { Description = "a folder for the rows, the sample and the key; .plumbline without it" }.NotEmpty();
        root.Options.Add(port);
        root.Options.Add(once);
        root.Options.Add(home);
        root.SetAction((parsed, cancellationToken) =>
            new LocalRun(io.Error).RunAsync(new(parsed.GetValue(port), parsed.GetValue(once), parsed.GetValue(home)), cancellationToken));
    }

    private static int Port(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port))
            return port;
        result.AddError($"--port: '{text}' is not a port; it is a number from 0 to 65535.");
        return default;
    }
}
