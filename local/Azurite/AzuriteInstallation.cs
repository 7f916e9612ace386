using System.Security.Cryptography;

namespace Plumbline.Local.Azurite;

/// <summary>Azurite's files, installed from the lock file that this program carries.</summary>
internal sealed class AzuriteInstallation
{
    private static readonly string[] Carried = ["package.json", "package-lock.json", "keep.cjs"];
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly string folder;

    private AzuriteInstallation(string folder) => this.folder = folder;

    /// <summary>The program that starts Azurite and ends it.</summary>
    public string Keeper => Path.Combine(folder, "keep.cjs");

    /// <summary>Azurite's own program for its three services in one process.</summary>
    public string Server => Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");

    private string Stamp => Path.Combine(folder, "installed");

    /// <summary>Installs what is missing; of several processes at once, one installs and the others wait for it.</summary>
    public static async Task<AzuriteInstallation> FindOrInstallAsync(string folder, CancellationToken stop)
    {
        var installation = new AzuriteInstallation(Path.GetFullPath(folder));
        string wanted = Convert.ToHexString(SHA256.HashData(Contents("package-lock.json"))) + Convert.ToHexString(SHA256.HashData(Contents("keep.cjs")));
        if (installation.Has(wanted))
        {
            return installation;
        }

        Directory.CreateDirectory(installation.folder);
        await using FileStream alone = await installation.AloneAsync(stop);
        if (!installation.Has(wanted))
        {
            await installation.InstallAsync(stop);
            await File.WriteAllTextAsync(installation.Stamp, wanted, stop);
        }

        return installation;
    }

    // The stamp is written last, so that an installation that was cut short is not taken for a whole one.
    private bool Has(string wanted) => File.Exists(Stamp) && File.ReadAllText(Stamp) == wanted && File.Exists(Server);

    private async Task InstallAsync(CancellationToken stop)
    {
        foreach (string name in Carried)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), Contents(name), stop);
        }

        await Npm.InstallFromLockAsync(folder, stop);
    }

    // The system frees the lock when its holder ends, however it ends.
    private async Task<FileStream> AloneAsync(CancellationToken stop)
    {
        string held = Path.Combine(folder, "lock");
        while (true)
        {
            try
            {
                return new FileStream(held, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(held))
            {
                // Another process is installing: nothing tells us when it is done, so look again.
                await Task.Delay(BetweenLooks, stop);
            }
        }
    }

    private static byte[] Contents(string name)
    {
        using Stream stream = typeof(AzuriteInstallation).Assembly.GetManifestResourceStream($"Azurite/{name}")
            ?? throw new InvalidOperationException($"the assembly carries no Azurite/{name}");
        var contents = new MemoryStream();
        stream.CopyTo(contents);
        return contents.ToArray();
    }
}
