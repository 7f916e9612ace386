using System.Reflection;
using Plumbline.Cli.Commands;

namespace Plumbline.Local.Running;

/// <summary>
/// Where the local program keeps what it makes: <c>.plumbline</c> at the root of the repository, or in the current folder outside of one.
/// </summary>
internal sealed class HomeFolder(string path)
{
    public string Azurite { get; } = Path.Combine(path, "azurite-data");

    /// <summary>The lock of the Functions host, and the worker's home and temporary files.</summary>
    public string Host { get; } = Path.Combine(path, "host");

    public string Bus { get; } = Path.Combine(path, "bus");

    public string Sample { get; } = Path.Combine(path, "sample");

    public string Calendars { get; } = Path.Combine(path, "sample", "calendars");

    /// <summary>What the sample was written for; beside the sample, which holds exports and nothing else.</summary>
    public string SampleStamp { get; } = Path.Combine(path, "sample-written");

    public string Key { get; } = Path.Combine(path, "key");

    public static HomeFolder At(string? folder)
    {
        string path = Path.GetFullPath(folder ?? Path.Combine(Root(), ".plumbline"));
        Folders.Make(path);
        return new(path);
    }

    /// <summary>Taken by one program at a time: two on the same rows would lose them. Null where another has it.</summary>
    public FileStream? Take()
    {
        try
        {
            return new(Path.Combine(path, "running"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string Root()
    {
        string? repository = typeof(HomeFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(m => m.Key == "RepositoryRoot")?.Value;
        return Directory.Exists(repository) ? repository : Directory.GetCurrentDirectory();
    }
}
