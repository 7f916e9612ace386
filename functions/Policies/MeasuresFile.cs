using System.Collections.Immutable;
using Plumbline.Domain.Measures;

namespace Plumbline.Functions.Policies;

/// <summary><c>measures.yaml</c>: a list of measures, each read on its own, so that the faults of one hide no other's.</summary>
internal static class MeasuresFile
{
    public const string Name = "measures.yaml";

    public static ImmutableArray<Measure> Read(string text, Words words, FaultList faults)
    {
        if (!LineCheck.Passes(text, faults))
            return [];
        ImmutableArray<Node> items = Items(text, faults);
        if (items.IsEmpty && faults.IsEmpty)
            faults.Add(default, "holds no measure");
        RefuseSameIds(items, faults);
        return [.. items.Select(i => MeasureTerms.Read(i, words, faults)).OfType<Measure>()];
    }

    /// <summary>The measures of the file; where its syntax breaks in one of them, those of the others still.</summary>
    private static ImmutableArray<Node> Items(string text, FaultList faults)
    {
        var whole = new FaultList(Name);
        if (YamlTree.Read(text, whole) is { } root)
        {
            faults.AddAll(whole);
            return OfList(root, faults);
        }
        ImmutableArray<Node> items = [.. MeasureTexts.Split(text).SelectMany(part => YamlTree.Read(part.Text, faults, part.LinesBefore) is { } one ? OfList(one, faults) : [])];
        // What breaks the whole and none of its parts is a fault all the same.
        if (faults.IsEmpty)
            faults.AddAll(whole);
        return items;
    }

    private static ImmutableArray<Node> OfList(Node root, FaultList faults)
    {
        if (root is Sequence list)
            return list.Items;
        faults.Add(root.At, $"a policy is a list of measures, each beginning with '- id: ', not {root.Kind}");
        return [];
    }

    private static void RefuseSameIds(IEnumerable<Node> items, FaultList faults)
    {
        var lines = new Dictionary<string, int>();
        foreach (Mapping measure in items.OfType<Mapping>())
            if (measure.Entries.FirstOrDefault(e => e.Key.Value == "id")?.Value is Text { Value.Length: > 0 } id && !lines.TryAdd(id.Value, id.At.Line))
                faults.Add(id.At, $"the id {Quote.Of(id.Value)} is already that of the measure on line {lines[id.Value]}");
    }
}
