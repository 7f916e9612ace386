using System.Collections.Immutable;
using Plumbline.Domain.Measures;

namespace Plumbline.Functions.Policies;

/// <summary>Whom a measure is about: <c>for each: account</c>, and of those some only: <c>where: { importance: [strategic, key] }</c>.</summary>
internal static class PopulationTerms
{
    public static Population? Read(Fields measure, Words words)
    {
        Population? population = measure.Word("for each", "population", words.Populations, p => p.Name);
        if (measure["where"] is not { } node)
            return population;
        var shape = new Shape("'where'", [], [.. words.Traits.Select(t => t.Name)]);
        if (Fields.Of(node, shape, measure.Faults) is not { } fields)
            return null;
        if (shape.May.All(k => fields[k] is null))
            measure.Faults.Add(node.At, $"'where' chooses by nothing: it has one or more of {Quote.All(shape.May)}");
        foreach (Trait trait in words.Traits)
            if (Values(fields, trait) is { IsEmpty: false } values)
                population = population?.Where(trait, values);
        return population;
    }

    /// <summary>One value, or a list of which any will do.</summary>
    private static ImmutableArray<string> Values(Fields fields, Trait trait)
    {
        ImmutableArray<Text> texts = fields[trait.Name] is Sequence ? fields.Texts(trait.Name) : fields.Text(trait.Name) is { } one ? [one] : [];
        return [.. texts.Select(t => Choices.Read(t, trait.Name, trait.Values, fields.Faults)).OfType<string>()];
    }
}
