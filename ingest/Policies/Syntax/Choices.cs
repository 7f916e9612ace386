using System.Collections.Immutable;

namespace Plumbline.Ingest.Policies.Syntax;

/// <summary>Values that are one of a known few.</summary>
internal static class Choices
{
    private const int MostListed = 12;

    /// <summary>Null, with a fault, where it is none of them.</summary>
    public static string? Read(Text text, string key, ImmutableArray<string> choices, FaultList faults)
    {
        if (choices.Contains(text.Value))
            return text.Value;
        string? meant = Nearest.To(text.Value, choices) ?? Synonym(text.Value, choices);
        string known = meant is null ? $": it is one of {Quote.All(choices)}" : "";
        faults.Add(text.At, $"{Quote.Of(text.Value)} is no value of {Quote.Of(key)}{known}", meant);
        return null;
    }

    /// <summary>Null, with a fault, where it is no word of the language.</summary>
    public static T? Word<T>(Text text, string kind, ImmutableArray<T> words, Func<T, string> name, FaultList faults) where T : class
    {
        if (words.FirstOrDefault(w => name(w) == text.Value) is { } found)
            return found;
        string? meant = Nearest.To(text.Value, words.Select(name));
        faults.Add(text.At, $"unknown {kind} {Quote.Of(text.Value)}{(meant is null ? Known(words.Select(name)) : "")}", meant);
        return null;
    }

    private static string Known(IEnumerable<string> names) =>
        names.Take(MostListed + 1).Count() is > 0 and <= MostListed ? $"; known are {Quote.All(names)}" : "";

    /// <summary>YAML's other ways to say yes and no.</summary>
    private static string? Synonym(string written, ImmutableArray<string> choices) => written.ToLowerInvariant() switch
    {
        "true" or "on" or "y" when choices.Contains("yes") => "yes",
        "false" or "off" or "n" when choices.Contains("no") => "no",
        _ => null,
    };
}
