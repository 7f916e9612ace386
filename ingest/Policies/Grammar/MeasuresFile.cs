using System.Collections.Immutable;
using Plumbline.Domain.Facts.Meetings;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>
/// <c>measures.yaml</c>: how meetings are recognised, and a list of measures, each read on its own, so that the faults of one hide no
/// other's. A file of measures alone may be just their list.
/// </summary>
internal static class MeasuresFile
{
    public const string Name = "measures.yaml";

    private const string Measures = "measures";
    private const string Meetings = "meetings";

    private static readonly Shape Shape = new("a policy", [Measures], [Meetings]);

    public static List<string> Sections { get; } = [.. Shape.Keys];

    public static (ImmutableArray<Measure> Measures, ImmutableArray<Matcher> Meetings) Read(string text, Words words, FaultList faults)
    {
        if (!LineCheck.Passes(text, faults))
            return ([], []);
        (ImmutableArray<Node> items, ImmutableArray<Node> meetings) = Items(text, faults);
        if (items.IsEmpty && faults.IsEmpty)
            faults.Add(default, "holds no measure");
        RefuseSame("id", "measure", items, faults);
        CauseTerms.Check(items, faults);
        RefuseSame("kind", "meeting", meetings, faults);
        words = words with { MeetingKinds = [.. Named("kind", meetings).Select(t => t.Value.ToLowerInvariant())] };
        ImmutableArray<Measure> measures = [.. items.Select(i => MeasureTerms.Read(i, words, faults)).OfType<Measure>()];
        ImmutableArray<string> counted = [.. measures.Select(m => m.Promise).OfType<Cadence>().SelectMany(c => c.Activities).Distinct()];
        return (measures, [.. meetings.Select(m => MeetingTerms.Read(m, counted, faults)).OfType<Matcher>()]);
    }

    /// <summary>The lists of the file; where its syntax breaks in one item, those of the others still.</summary>
    private static (ImmutableArray<Node> Measures, ImmutableArray<Node> Meetings) Items(string text, FaultList faults)
    {
        var whole = new FaultList(Name);
        if (YamlTree.Read(text, whole) is { } root)
        {
            faults.AddAll(whole);
            return OfRoot(root, faults);
        }
        ILookup<bool, Node> items = MeasureTexts.Split(text)
            .SelectMany(part => YamlTree.Read(part.Text, faults, part.LinesBefore) is { } one ? OfList(one, faults).Select(i => (Item: i, part.Section)) : [])
            .ToLookup(i => i.Section == Meetings, i => i.Item);
        // What breaks the whole and none of its parts is a fault all the same.
        if (faults.IsEmpty)
            faults.AddAll(whole);
        return ([.. items[false]], [.. items[true]]);
    }

    private static (ImmutableArray<Node> Measures, ImmutableArray<Node> Meetings) OfRoot(Node root, FaultList faults)
    {
        // One measure without its dash is no pair of sections.
        if (root is not Mapping mapping || !mapping.Entries.Any(e => Nearest.To(e.Key.Value, Sections) is not null) || Fields.Of(mapping, Shape, faults) is not { } fields)
            return (OfList(root, faults), []);
        return (OfSection(fields, Measures), OfSection(fields, Meetings));
    }

    private static ImmutableArray<Node> OfSection(Fields fields, string key)
    {
        if (fields[key] is Sequence list)
            return list.Items;
        if (fields[key] is { } other)
            fields.Faults.Add(other.At, $"{Quote.Of(key)} is a list, not {other.Kind}");
        return [];
    }

    private static ImmutableArray<Node> OfList(Node root, FaultList faults)
    {
        if (root is Sequence list)
            return list.Items;
        faults.Add(root.At, $"a policy is a list of measures, each beginning with '- id: ', not {root.Kind}");
        return [];
    }

    private static void RefuseSame(string key, string what, IEnumerable<Node> items, FaultList faults)
    {
        var lines = new Dictionary<string, int>();
        foreach (Text name in Named(key, items))
            if (!lines.TryAdd(name.Value, name.At.Line))
                faults.Add(name.At, $"the {key} {Quote.Of(name.Value)} is already that of the {what} on line {lines[name.Value]}");
    }

    /// <summary>What the items have under a key, where that is text.</summary>
    private static IEnumerable<Text> Named(string key, IEnumerable<Node> items) =>
        items.OfType<Mapping>().Select(i => i.Entries.FirstOrDefault(e => e.Key.Value == key)?.Value).OfType<Text>().Where(t => t.Value.Length > 0);
}
