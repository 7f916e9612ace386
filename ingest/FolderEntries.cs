namespace Plumbline.Ingest;

/// <summary>What lies in a folder; nothing where there is none.</summary>
internal sealed class FolderEntries(string folder)
{
    private readonly string[] _paths = Directory.Exists(folder) ? Directory.GetFileSystemEntries(folder) : [];

    /// <summary>The path of what has that name, whatever it is. A name in other letters will do where the very name is not there.</summary>
    public string? PathOf(string name)
    {
        string[] found = Array.FindAll(_paths, p => Path.GetFileName(p).Equals(name, StringComparison.OrdinalIgnoreCase));
        Array.Sort(found, StringComparer.Ordinal);
        return Array.Find(found, p => Path.GetFileName(p) == name) ?? (found.Length > 0 ? found[0] : null);
    }
}
