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

    /// <summary>The names of everything else that may have been meant by the name: in other letters, numbered, or called a copy.</summary>
    public IEnumerable<string> NamesLike(string name, string path) =>
        _paths.Where(p => p != path).Select(p => Path.GetFileName(p)).Where(n => IsLike(n, name)).Order(StringComparer.Ordinal);

    private static bool IsLike(string other, string name)
    {
        ReadOnlySpan<char> otherName = Path.GetFileNameWithoutExtension(other.AsSpan()), stem = Path.GetFileNameWithoutExtension(name.AsSpan());
        return Path.GetExtension(other.AsSpan()).Equals(Path.GetExtension(name.AsSpan()), StringComparison.OrdinalIgnoreCase)
            && otherName.StartsWith(stem, StringComparison.OrdinalIgnoreCase) && IsMarkOfCopy(otherName[stem.Length..]);
    }

    /// <summary>As browsers and file managers tell a second file from the first: <c> (1)</c>, <c>_1</c>, <c> - Copy (2)</c>; also a year or a month.</summary>
    private static bool IsMarkOfCopy(ReadOnlySpan<char> rest)
    {
        Span<char> letters = stackalloc char[rest.Length];
        int count = 0;
        foreach (char each in rest)
            if (char.IsLetter(each))
                letters[count++] = each;
        return count == 0 || MemoryExtensions.Equals(letters[..count], "copy", StringComparison.OrdinalIgnoreCase);
    }
}
