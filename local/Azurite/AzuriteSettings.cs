namespace Plumbline.Local.Azurite;

/// <summary>Where Azurite lives, where it keeps what is stored, and where it answers.</summary>
public sealed record AzuriteSettings
{
    /// <summary>Installed once and shared by every start; by default .plumbline/azurite in the repository, or beside the app.</summary>
    public string InstallFolder { get; init; } = DefaultInstallFolder();

    /// <summary>None: what is stored is kept in memory, and gone with the process.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The port of the tables. None: one that is free.</summary>
    public int? Port { get; init; }

    /// <summary>None: one that is free.</summary>
    public int? QueuePort { get; init; }

    /// <summary>None: one that is free.</summary>
    public int? BlobPort { get; init; }

    /// <summary>The program of Node.js: a name to look for on the PATH, or a path.</summary>
    public string Node { get; init; } = "node";

    internal bool Asks(int port) => port == Port || port == QueuePort || port == BlobPort;

    private static string DefaultInstallFolder()
    {
        string? repository = RepositoryRoot();
        return Path.Combine(Directory.Exists(repository) ? repository : AppContext.BaseDirectory, ".plumbline", "azurite");
    }

    private static string? RepositoryRoot()
    {
        foreach (var metadata in typeof(AzuriteSettings).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), inherit: false))
        {
            if (metadata is System.Reflection.AssemblyMetadataAttribute { Key: "RepositoryRoot" } root)
            {
                return root.Value;
            }
        }

        return null;
    }
}
