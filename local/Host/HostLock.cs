namespace Plumbline.Local.Host;

/// <summary>Lets one host at a time use a home folder; the system frees it when its process ends, however it ends.</summary>
internal sealed class HostLock : IDisposable
{
    private readonly FileStream held;

    private HostLock(FileStream held) => this.held = held;

    public static HostLock Take(string home)
    {
        string file = Path.Combine(home, "host.lock");
        try
        {
            Directory.CreateDirectory(home);
            return new HostLock(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException failure) when (File.Exists(file))
        {
            throw new HostException($"another Functions host runs on {home}: end it, or give another home folder.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new HostException($"the home folder {home} cannot be written: {failure.Message}", failure);
        }
    }

    public void Dispose() => held.Dispose();
}
