using System.Diagnostics;

namespace Plumbline.Infra.Tests;

/// <summary>The Bicep compiler, run as a program.</summary>
internal static class Bicep
{
    private static readonly string? Program = Repository.Metadata("BicepCompiler") is { } path && File.Exists(path) ? path : null;

    /// <summary>Why it cannot be run; null where it can.</summary>
    public static string? Missing => Program is null ? "the Bicep compiler is not restored: its package is for Linux on x64" : null;

    /// <returns>What it writes to standard output.</returns>
    /// <exception cref="InvalidOperationException">It fails, or has anything to say.</exception>
    public static string Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0 || errors.Length > 0)
            throw new InvalidOperationException($"bicep {string.Join(' ', arguments)} exits {process.ExitCode}: {errors}");
        return output.GetAwaiter().GetResult();
    }
}
