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
        var port = new Option<int>("--port")
        {
            Description = "where the functions answer; 0 for any free port",
            DefaultValueFactory = _ => DefaultPort,
            CustomParser = Port,
        };
        var once = new Option<bool>("--once") { Description = "run once, print the scorecard and stop" };
        Option<string?> home = Folder("--home", "a folder for the rows, the sample and the key; .plumbline without it");
        Option<string?> exports = Folder("--exports", "a folder of your own exports; a sample firm's without it");
        Option<string?> policy = Folder("--policy", "a folder with measures.yaml and firm.yaml; the shipped policy without it");
        Option<string?> app = Folder("--app", "the folder of the published functions; those built with this program without it");
        var force = new Option<bool>("--force") { Description = "write the sample anew, over what was changed in it" };
        foreach (Option option in new Option[] { port, once, home, exports, policy, app, force })
            root.Options.Add(option);
        root.SetAction((parsed, cancellationToken) =>
        {
            var request = new LocalRunRequest(
                parsed.GetValue(port), parsed.GetValue(once), parsed.GetValue(home), parsed.GetValue(exports), parsed.GetValue(policy),
                parsed.GetValue(app), parsed.GetValue(force));
            return new LocalRun(io.Error).RunAsync(request, cancellationToken);
        });
    }

    private static Option<string?> Folder(string name, string description) =>
        new Option<string?>(name) { Description = description }.NotEmpty();

    private static int Port(ArgumentResult result)
    {
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port))
            return port;
        result.AddError($"--port: '{text}' is not a port; it is a number from 0 to 65535.");
        return default;
    }
}
