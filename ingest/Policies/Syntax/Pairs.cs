using System.Collections.Immutable;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>Keys and values whose keys are the firm's own, not the language's.</summary>
internal static class Pairs
{
    /// <summary>The pairs under a key, each of them once whatever its case; empty where the key is not there.</summary>
    public static ImmutableArray<(Text Key, Text Value)> Read(Fields fields, string key)
    {
        if (fields[key] is not { } node)
            return [];
        if (node is Mapping map)
            return Read(map, fields.Faults);
        fields.Faults.Add(node.At, $"{Quote.Of(key)} is written as keys and values, not as {node.Kind}");
        return [];
    }

    private static ImmutableArray<(Text, Text)> Read(Mapping map, FaultList faults)
    {
        var pairs = ImmutableArray.CreateBuilder<(Text, Text)>(map.Entries.Length);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Entry entry in map.Entries)
        {
            if (entry.Key.AsText(faults) is not { } key || entry.Value.AsText(faults) is not { } value)
                continue;
            if (seen.Add(key.Value))
                pairs.Add((key, value));
            else
                faults.Add(key.At, $"{Quote.Of(key.Value)} is there twice: case makes no difference");
        }
        return pairs.DrainToImmutable();
    }
}
