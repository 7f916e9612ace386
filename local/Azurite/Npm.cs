using System.ComponentModel;
using System.Diagnostics;

namespace Plumbline.Local.Azurite;

/// <summary>Installs the packages of a lock file, exactly, and runs none of their scripts.</summary>
internal static class Npm
{
    private const string Remedy = "Azurite, which stands in for Azure Storage, needs Node.js 20 or newer with npm on the PATH (https://nodejs.org)";

    public static AzuriteException Missing(string program, Exception inner) => new($"{program} was not found. {Remedy}.", inner);

    public static async Task InstallFromLockAsync(string folder, CancellationToken stop)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process npm = Started(start);
        Task<string> output = npm.StandardOutput.ReadToEndAsync(stop);
        Task<string> errors = npm.StandardError.ReadToEndAsync(stop);
        try
        {
            await npm.WaitForExitAsync(stop);
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }

        // Ctrl-C ends npm too, perhaps before it is seen here.
        stop.ThrowIfCancellationRequested();
        if (npm.ExitCode != 0)
        {
            throw new AzuriteException($"npm could not install Azurite into {folder} (exit code {npm.ExitCode}). {Remedy}, and a registry that it can reach. npm says:\n{await errors}{await output}");
        }
    }

    public static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start");
        }
        catch (Win32Exception missing)
        {
            throw Missing(start.FileName, missing);
        }
    }
}
