using System.Collections.Immutable;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>Which of a population's subjects a measure is about: <c>where: { importance: strategic, role: [core, extended] }</c>.</summary>
internal static class WhereTerms
{
    private const string Key = "where";

    public static ImmutableArray<Choice> Read(Fields measure, Words words)
    {
        var shape = new Shape(Quote.Of(Key), [], [.. words.Traits.Select(t => t.Name)]);
        if (measure[Key] is not { } node || Fields.Of(node, shape, measure.Faults) is not { } fields)
            return [];
        ImmutableArray<Trait> asked = [.. words.Traits.Where(t => fields[t.Name] is not null)];
        if (asked.IsEmpty)
            measure.Faults.Add(node.At, $"'where' chooses by nothing: it has one or more of {Quote.All(shape.May)}");
        return [.. asked.Select(t => new Choice(t, Values(fields, t)))];
    }

    private static ImmutableArray<string> Values(Fields fields, Trait trait)
    {
        ImmutableArray<Text> texts = fields[trait.Name] is Sequence ? fields.Texts(trait.Name) : fields.Text(trait.Name) is { } one ? [one] : [];
        return [.. texts.Select(t => Choices.Read(t, trait.Name, trait.Values, fields.Faults)).OfType<string>()];
    }
}
