namespace Plumbline.Local.Host.Worker;

/// <summary>The environment of the worker: the settings of the app, what the runtime needs, and nothing else of ours.</summary>
internal static class WorkerEnvironment
{
    // No ASPNETCORE_URLS, which would move the worker's server, and no proxy, which would catch calls to emulators on this machine.
    private static readonly string[] Inherited =
    [
        "PATH", "DOTNET_ROOT", "DOTNET_ROOT_X64", "DOTNET_ROOT_ARM64", "SystemRoot", "windir",
        "LANG", "LC_ALL", "TZ", "SSL_CERT_FILE", "SSL_CERT_DIR",
    ];

    public static Dictionary<string, string> Create(AppSettings settings, string appFolder, string home, string temp)
    {
        var variables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                variables[name] = value;
            }
        }

        variables["AZURE_FUNCTIONS_ENVIRONMENT"] = "Development";
        variables["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated";
        // The worker's own server logs each request, its key ring each start; its host names an address that clients do not use.
        variables["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning";
        variables["Logging__LogLevel__Microsoft.AspNetCore.DataProtection"] = "Error";
        variables["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Warning";
        foreach ((string name, string value) in settings.Variables)
        {
            variables[name] = value;
        }

        Require(variables, appFolder, home, temp);
        return variables;
    }

    // Without these the worker does not start, outlives the host, or leaves files elsewhere: no setting replaces them.
    private static void Require(Dictionary<string, string> variables, string appFolder, string home, string temp)
    {
        variables["FUNCTIONS_APPLICATION_DIRECTORY"] = appFolder;
        // ASP.NET Core writes a key ring there.
        variables["HOME"] = home;
        variables["USERPROFILE"] = home;
        variables["TMPDIR"] = temp;
        variables["TEMP"] = temp;
        variables["TMP"] = temp;
        string hook = typeof(StartupHook).Assembly.Location;
        string? others = variables.GetValueOrDefault("DOTNET_STARTUP_HOOKS");
        variables["DOTNET_STARTUP_HOOKS"] = string.IsNullOrEmpty(others) ? hook : $"{hook}{Path.PathSeparator}{others}";
    }
}
