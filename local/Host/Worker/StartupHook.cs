using System.Runtime.InteropServices;

// The runtime looks for exactly this class, in no namespace, in the assembly that DOTNET_STARTUP_HOOKS names.
#pragma warning disable IDE0130, CA1050

/// <summary>Runs inside the worker before its Main, and ties it to the host. It may use nothing but the runtime's own libraries.</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        // Programs that the worker starts are not tied: their standard input is not the host's.
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
        LeaveProcessGroup();
        new Thread(EndWithHost) { IsBackground = true, Name = "end with the host" }.Start();
    }

    // Ctrl-C reaches every process of the terminal's group: the worker would stop in the middle of what the host waits for.
    private static void LeaveProcessGroup()
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = setpgid(0, 0);
        }
    }

    // The host never writes to this pipe. It ends when the host ends, even when it was killed.
    private static void EndWithHost()
    {
        using Stream input = Console.OpenStandardInput();
        var unread = new byte[64];
        while (input.Read(unread, 0, unread.Length) > 0)
        {
        }

        Environment.Exit(1);
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setpgid(int process, int group);
}
