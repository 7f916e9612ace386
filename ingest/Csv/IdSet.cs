using System.Collections;

namespace Plumbline.Ingest.Csv;

/// <summary>The ids of a file, made a set when somebody asks: most runs do not.</summary>
internal sealed class IdSet(IReadOnlyCollection<string> ids) : IReadOnlySet<string>
{
    private readonly Lazy<HashSet<string>> _set = new(() => new HashSet<string>(ids, StringComparer.Ordinal));

    public int Count => _set.Value.Count;

    public bool Contains(string item) => _set.Value.Contains(item);

    public bool IsProperSubsetOf(IEnumerable<string> other) => _set.Value.IsProperSubsetOf(other);

    public bool IsProperSupersetOf(IEnumerable<string> other) => _set.Value.IsProperSupersetOf(other);

    public bool IsSubsetOf(IEnumerable<string> other) => _set.Value.IsSubsetOf(other);

    public bool IsSupersetOf(IEnumerable<string> other) => _set.Value.IsSupersetOf(other);

    public bool Overlaps(IEnumerable<string> other) => _set.Value.Overlaps(other);

    public bool SetEquals(IEnumerable<string> other) => _set.Value.SetEquals(other);

    public IEnumerator<string> GetEnumerator() => _set.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
