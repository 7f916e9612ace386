using System.Diagnostics;

namespace Plumbline.Infra.Tests;

/// <summary>Programs called az, azd and pwsh that do nothing but note what they are asked, and answer with what a test says.</summary>
internal sealed class FakePrograms : IDisposable
{
    private const string Azd = """
        #!/usr/bin/env bash
        case "$2" in
          get-value)
            case "$3" in
              PLUMBLINE_CALENDARS) echo "$CALENDARS";;
              PLUMBLINE_IDENTITY_CLIENT_ID) echo client;;
              *) echo "the-$3";;
            esac;;
          *) echo "azd $*" >>"$ASKED";;
        esac
        """;

    private const string Az = """
        #!/usr/bin/env bash
        echo "az $*" >>"$ASKED"
        case "$*" in
          "rest --method get"*) if [ -n "$GRANTED" ]; then echo "$GRANTED"; fi;;
          "ad app create"*) echo new-application;;
          "ad sp show"*"--query id"*) echo resource;;
          "ad sp show"*) exit 3;;
        esac
        """;

    private const string Pwsh = """
        #!/usr/bin/env bash
        echo "pwsh $PLUMBLINE_NAME $PLUMBLINE_APP_ID $PLUMBLINE_GROUP $*" >>"$ASKED"
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("plumbline-infra-").FullName;

    public FakePrograms()
    {
        foreach ((string name, string script) in new[] { ("azd", Azd), ("az", Az), ("pwsh", Pwsh) })
        {
            string file = Path.Combine(_folder, name);
            File.WriteAllText(file, script);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Runs a script of infra/scripts.</summary>
    /// <param name="granted">The ids of the permissions of Microsoft Graph that the app has.</param>
    /// <returns>Its exit code, and a line for each thing that it asked a program to do.</returns>
    public (int Code, string Asked) Run(string script, string calendars, string granted, params string[] arguments)
    {
        string asked = Path.Combine(_folder, "asked.txt");
        File.WriteAllText(asked, "");
        var start = new ProcessStartInfo("bash", [Path.Combine(Repository.Infra, "scripts", script), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}",
                ["ASKED"] = asked,
                ["CALENDARS"] = calendars,
                ["GRANTED"] = granted,
            },
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        errors.Wait();
        process.WaitForExit();
        return (process.ExitCode, File.ReadAllText(asked));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
