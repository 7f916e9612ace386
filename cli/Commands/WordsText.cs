using System.Collections.Immutable;
using Plumbline.Domain.Measures;

namespace Plumbline.Cli.Commands;

/// <summary>Words as text: one a line by kind, or whole. A sentence is a line, whatever the width of the terminal.</summary>
internal static class WordsText
{
    public static IEnumerable<string> All()
    {
        foreach (WordGroup group in Glossary.Groups)
        {
            yield return $"{group.Kind}: {group.Says}";
            int width = group.Words.Max(w => w.Name.Length);
            foreach (IWord word in group.Words)
                yield return $"  {word.Name.PadRight(width)}  {word.Meaning?.Rule[0]}";
            yield return "";
        }
        yield return "'words WORD' prints the whole rule of one, what it goes with, what it reads, and an example.";
    }

    public static IEnumerable<string> Entries(IEnumerable<(WordGroup Group, IWord Word)> found) =>
        found.SelectMany((each, i) => i == 0 ? Entry(each.Group, each.Word) : Entry(each.Group, each.Word).Prepend(""));

    private static IEnumerable<string> Entry(WordGroup group, IWord word)
    {
        yield return $"{word.Name} ({group.Kind}: {group.Says})";
        foreach (string sentence in word.Meaning?.Rule ?? [])
            yield return $"  {sentence}";
        yield return "goes with";
        foreach ((string kind, ImmutableArray<string> names) in Glossary.GoesWith(word))
            yield return $"  {kind}: {string.Join(", ", names)}";
        if (!word.Needs.IsEmpty)
            yield return "reads";
        foreach (var source in word.Needs.GroupBy(n => (n.Source, n.Or)))
            yield return $"  {source.Key.Source}{(source.Key.Or is { } or ? $" or {or}" : "")}: {string.Join(", ", source.SelectMany(n => n.Columns).Distinct())}";
        yield return "for example";
        foreach (string line in word.Meaning?.Example.Split('\n') ?? [])
            yield return $"  {line.TrimEnd('\r')}";
    }
}
