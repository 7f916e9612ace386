using System.Collections.Immutable;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>
/// The values of one part of a policy by their keys, once the keys have been checked. A value under a misspelt key is taken for
/// that of the key probably meant, so that its own faults are found in the same reading.
/// </summary>
internal sealed class Fields
{
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly Shape _shape;
    private readonly Place _at;

    private Fields(Mapping mapping, Shape shape, FaultList faults)
    {
        (_shape, _at, Faults) = (shape, mapping.At, faults);
        foreach (Entry entry in mapping.Entries.Where(e => shape.Keys.Contains(e.Key.Value)))
            _entries.Add(entry.Key.Value, entry);
        foreach (Entry entry in mapping.Entries.Where(e => !shape.Keys.Contains(e.Key.Value)))
            TakeUnknown(entry);
        foreach (string key in shape.Needs.Where(k => !_entries.ContainsKey(k)))
            faults.Add(_at, $"{shape.What} needs {Quote.Of(key)}");
    }

    public FaultList Faults { get; }

    /// <summary>The value of a key; null where it is not there.</summary>
    public Node? this[string key] => _entries.TryGetValue(key, out Entry? entry) ? entry.Value : null;

    /// <summary>Those of the keys that are there, with their values, under the names that the shape has for them.</summary>
    public ImmutableArray<Entry> Entries(IEnumerable<string> keys) =>
        [.. keys.Where(_entries.ContainsKey).Select(k => _entries[k] with { Key = _entries[k].Key with { Value = k } })];

    /// <summary>Null, with a fault, where the node is not made of keys and values.</summary>
    public static Fields? Of(Node node, Shape shape, FaultList faults)
    {
        if (node is Mapping mapping)
            return new(mapping, shape, faults);
        faults.Add(node.At, $"{shape.What} is written as keys and values, not as {node.Kind}");
        return null;
    }

    /// <summary>Which of several keys that exclude each other is there; null, with a fault, where none is. All but the first are faults.</summary>
    public string? ExactlyOne(params ImmutableArray<string> keys)
    {
        ImmutableArray<Entry> there = [.. keys.Where(_entries.ContainsKey).Select(k => _entries[k]).OrderBy(e => e.Key.At.Line).ThenBy(e => e.Key.At.Column)];
        if (there.IsEmpty)
            Faults.Add(_at, $"{_shape.What} needs one of {Quote.All(keys)}");
        foreach (Entry second in there.Skip(1))
            Faults.Add(second.Key.At, $"{Quote.Of(second.Key.Value)} beside {Quote.Of(there[0].Key.Value)}: {_shape.What} has one of {Quote.All(keys)}");
        return there.IsEmpty ? null : keys.First(k => ReferenceEquals(_entries.GetValueOrDefault(k), there[0]));
    }

    /// <summary>A fault where neither of several keys is there.</summary>
    public void AtLeastOne(params ImmutableArray<string> keys)
    {
        if (!keys.Any(_entries.ContainsKey))
            Faults.Add(_at, $"{_shape.What} needs {string.Join(" or ", keys.Select(Quote.Of))}");
    }

    /// <summary>A fault about a key that is there.</summary>
    public void Refuse(string key, string because)
    {
        if (_entries.TryGetValue(key, out Entry? entry))
            Faults.Add(entry.Key.At, because);
    }

    private void TakeUnknown(Entry entry)
    {
        string? meant = Nearest.To(entry.Key.Value, _shape.Keys);
        string known = meant is null ? $"; {_shape.What} has {Quote.All(_shape.Keys)}" : "";
        Faults.Add(entry.Key.At, $"unknown key {Quote.Of(entry.Key.Value)}{known}", meant);
        if (meant is not null)
            _entries.TryAdd(meant, entry);
    }
}
