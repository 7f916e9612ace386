using System.Collections.Immutable;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>The terms of a Threshold: <c>{ figure: utilisation, at least: 75, at most: 90 }</c>, or <c>{ all of: [...] }</c> of such.</summary>
internal static class ThresholdTerms
{
    public static readonly Shape Shape = new("a threshold", [], ["figure", "at least", "at most", "above", "change", "all of"]);
    private static readonly Shape Part = new("a figure of a threshold", ["figure"], ["at least", "at most", "above", "change"]);

    public static Threshold? Read(Node node, Words words, FaultList faults)
    {
        if (Fields.Of(node, Shape, faults) is not { } fields)
            return null;
        switch (fields.ExactlyOne("figure", "all of"))
        {
            case null:
                return null;
            case "figure":
                return Bound(fields, words) is { } one ? new(one) : null;
        }
        foreach (string key in Part.May)
            fields.Refuse(key, $"{Quote.Of(key)} beside 'all of': it belongs to one of the figures");
        ImmutableArray<Bound?> all = [.. Lists.Items(fields, "all of").Select(i => Fields.Of(i, Part, faults) is { } part ? Bound(part, words) : null)];
        return all.IsEmpty || all.Contains(null) ? null : new([.. all.OfType<Bound>()]);
    }

    private static Bound? Bound(Fields fields, Words words)
    {
        Figure? figure = fields.Word("figure", Together.Figure, words);
        Level? least = Level(fields, "at least", figure, words), most = Level(fields, "at most", figure, words), above = Level(fields, "above", figure, words);
        Change? change = ChangeTerms.Read(fields, figure);
        fields.AtLeastOne("at least", "at most", "above", "change");
        if (least is { Target: null } low && most is { Target: null } high && low.Number > high.Number)
            fields.Refuse("at most", "'at most' lies below 'at least': nothing is within");
        if (above is { Target: null } over && most is { Target: null } end && over.Number >= end.Number)
            fields.Refuse("at most", "'at most' is not more than 'above': nothing is within");
        if (new[] { least, most, above }.Count(l => l is not null) > 1 && new[] { least, most, above }.Any(l => l?.Target is not null))
            fields.Refuse(fields["above"] is null ? "at most" : "above", "a target of the account is the only bound of its figure");
        return figure is null || (least ?? most ?? above) is null && change is null ? null
            : new(figure) { AtLeast = least, AtMost = most, Above = above, Change = change };
    }

    /// <summary>A number, or the name of a target that each account sets.</summary>
    private static Level? Level(Fields fields, string key, Figure? of, Words words)
    {
        if (fields.Text(key) is not { } text)
            return null;
        if (text.Value.Any(char.IsAsciiDigit) || !text.Value.Any(char.IsAsciiLetter))
            return NumberText.Read(text, fields.Faults) is { } number ? number : null;
        if (Choices.Word(text, "target", words.Targets, t => t.Name, fields.Faults) is not { } target)
            return null;
        if (of is not null && of.Target != target)
            fields.Faults.Add(text.At, $"{Quote.Of(target.Name)} does not go with {Quote.Of(of.Name)}, which has {(of.Target is { } own ? $"the target {Quote.Of(own.Name)}" : "no target of the account: give a number")}");
        return new Level(0, target);
    }
}
