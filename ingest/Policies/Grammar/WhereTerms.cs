using System.Collections.Immutable;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>
/// Which of a population's subjects a measure is about: <c>where: { importance: strategic, role: [core, extended] }</c>, <c>where: { total:
/// { above: { GBP: 50000 } } }</c>.
/// </summary>
internal static class WhereTerms
{
    private const string Key = "where";

    public static ImmutableArray<IChoice> Read(Fields measure, Words words)
    {
        var shape = new Shape(Quote.Of(Key), [], [.. words.Traits.Select(t => t.Name), .. words.Worths.Select(w => w.Name)]);
        if (measure[Key] is not { } node || Fields.Of(node, shape, measure.Faults) is not { } fields)
            return [];
        ImmutableArray<Trait> traits = [.. words.Traits.Where(t => fields[t.Name] is not null)];
        ImmutableArray<Worth> worths = [.. words.Worths.Where(w => fields[w.Name] is not null)];
        if (traits.IsEmpty && worths.IsEmpty)
            measure.Faults.Add(node.At, $"'where' chooses by nothing: it has one or more of {Quote.All(Fitting(words))}");
        foreach (Trait trait in traits)
            if (Together.Clash(trait, Together.Trait, words) is { } clash)
                fields.Refuse(trait.Name, clash);
        foreach (Worth worth in worths)
            if (Together.Clash(worth, Together.Worth, words) is { } clash)
                fields.Refuse(worth.Name, clash);
        return [.. traits.Select(t => new Choice(t, Values(fields, t))), .. worths.Select(w => WorthTerms.Read(fields, w)).OfType<IChoice>()];
    }

    private static IEnumerable<string> Fitting(Words words) =>
        words.Traits.Where(t => Together.Clash(t, Together.Trait, words) is null).Select(t => t.Name)
            .Concat(words.Worths.Where(w => Together.Clash(w, Together.Worth, words) is null).Select(w => w.Name));

    private static ImmutableArray<string> Values(Fields fields, Trait trait)
    {
        ImmutableArray<Text> texts = fields[trait.Name] is Sequence ? fields.Texts(trait.Name) : fields.Text(trait.Name) is { } one ? [one] : [];
        return [.. texts.Select(t => Choices.Read(t, trait.Name, trait.Values, fields.Faults)).OfType<string>()];
    }
}
