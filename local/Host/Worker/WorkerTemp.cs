namespace Plumbline.Local.Host.Worker;

/// <summary>The worker's temporary files, under the host's home: a worker that is killed leaves its copies of exports there.</summary>
internal static class WorkerTemp
{
    /// <summary>The folder, without what workers that have ended left in it.</summary>
    public static string Empty(string home)
    {
        DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(home, "worker-temp"));
        try
        {
            foreach (FileInfo file in folder.EnumerateFiles())
            {
                file.Delete();
            }

            foreach (DirectoryInfo left in folder.EnumerateDirectories())
            {
                left.Delete(recursive: true);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A worker of a host that was killed may still be ending: the next start takes away what it holds.
        }

        return folder.FullName;
    }
}
