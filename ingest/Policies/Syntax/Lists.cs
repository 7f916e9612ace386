using System.Collections.Immutable;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>Lists of texts, and the forms of <c>all of</c> and <c>any of</c> that carry them.</summary>
internal static class Lists
{
    /// <summary>The texts of a list, each of them once whatever its case.</summary>
    public static ImmutableArray<Text> Texts(Node node, string key, FaultList faults, bool mayBeEmpty = false)
    {
        if (node is not Sequence list)
        {
            faults.Add(node.At, $"{Quote.Of(key)} is a list in brackets, not {node.Kind}");
            return [];
        }
        if (list.Items.IsEmpty && !mayBeEmpty)
            faults.Add(list.At, $"{Quote.Of(key)} is an empty list");
        ImmutableArray<Text> texts = [.. list.Items.Select(i => i.AsText(faults)).OfType<Text>()];
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Text again in texts.Where(t => !seen.Add(t.Value)))
            faults.Add(again.At, $"{Quote.Of(again.Value)} is listed twice");
        return texts;
    }

    /// <summary>The items of a list, whatever they are; empty where the key is not there.</summary>
    public static ImmutableArray<Node> Items(Fields fields, string key)
    {
        if (fields[key] is not { } node)
            return [];
        if (node is Sequence { Items: { IsEmpty: false } items })
            return items;
        fields.Faults.Add(node.At, node is Sequence ? $"{Quote.Of(key)} is an empty list" : $"{Quote.Of(key)} is a list, not {node.Kind}");
        return [];
    }

    /// <summary>One text, or the list under a key such as <c>any of</c>; empty where the key is not there.</summary>
    public static ImmutableArray<Text> OneOr(string listKey, Fields fields, string key) => fields[key] switch
    {
        null => [],
        Mapping part => Fields.Of(part, new(Quote.Of(key), [listKey], []), fields.Faults)?.Texts(listKey) ?? [],
        Sequence bare => Bare(bare, key, listKey, fields.Faults),
        var node => node.AsText(fields.Faults) is { } text ? [text] : [],
    };

    public static ImmutableArray<string> Lower(this ImmutableArray<Text> texts) => [.. texts.Select(t => t.Value.ToLowerInvariant())];

    private static ImmutableArray<Text> Bare(Sequence list, string key, string listKey, FaultList faults)
    {
        faults.Add(list.At, $"a list in {Quote.Of(key)} says what it means", $"{{ {listKey}: [...] }}");
        return Texts(list, key, faults);
    }
}
