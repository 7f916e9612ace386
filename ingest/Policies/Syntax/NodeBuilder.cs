using System.Collections.Immutable;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>
/// Puts a file's tree together from its parts as they come, and refuses what neither YAML nor JSON may do here: nest without end,
/// say a key twice, use something other than text as a key, or hide control characters in text.
/// </summary>
internal sealed class NodeBuilder(FaultList faults)
{
    public const int Deepest = 20;

    private readonly Stack<(Place At, bool IsMapping, List<Node> Parts)> _open = new();

    public Node? Root { get; private set; }

    /// <summary>False where it lies too deep; nothing more can be made of the file then.</summary>
    public bool Open(Place at, bool isMapping)
    {
        if (_open.Count == Deepest)
        {
            faults.Add(at, $"nested deeper than {Deepest} levels");
            return false;
        }
        _open.Push((at, isMapping, []));
        return true;
    }

    public void Close()
    {
        (Place at, bool isMapping, List<Node> parts) = _open.Pop();
        Add(isMapping ? new Mapping(at, Entries(parts)) : new Sequence(at, [.. parts]));
    }

    public void AddText(Place at, string raw)
    {
        string text = raw.Trim();
        if (text.Any(char.IsControl) || !IsWellFormed(text))
            faults.Add(at, "text must be one line without control characters");
        Add(new Text(at, text));
    }

    private void Add(Node node)
    {
        if (_open.TryPeek(out var parent))
            parent.Parts.Add(node);
        else
            Root = node;
    }

    private ImmutableArray<Entry> Entries(List<Node> parts)
    {
        var entries = ImmutableArray.CreateBuilder<Entry>(parts.Count / 2);
        var lines = new Dictionary<string, int>();
        for (int i = 0; i + 1 < parts.Count; i += 2)
        {
            if (parts[i] is not Text key)
                faults.Add(parts[i].At, $"a key must be text, not {parts[i].Kind}");
            else if (!lines.TryAdd(key.Value, key.At.Line))
                faults.Add(key.At, $"the key {Quote.Of(key.Value)} is already there, on line {lines[key.Value]}");
            else
                entries.Add(new(key, parts[i + 1]));
        }
        return entries.DrainToImmutable();
    }

    private static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
                return false;
        return true;
    }
}
