using Plumbline.Domain.Measures;

namespace Plumbline.Functions.Policies;

/// <summary>The terms of a Threshold: <c>{ figure: utilisation, at least: 75, at most: 90 }</c>.</summary>
internal static class ThresholdTerms
{
    private static readonly Shape Shape = new("a threshold", ["figure"], ["at least", "at most"]);

    public static Threshold? Read(Node node, Words words, FaultList faults)
    {
        if (Fields.Of(node, Shape, faults) is not { } fields)
            return null;
        Figure? figure = fields.Word("figure", "figure", words.Figures, f => f.Name);
        decimal? least = fields.Number("at least");
        decimal? most = fields.Number("at most");
        fields.AtLeastOne("at least", "at most");
        if (least > most)
            fields.Refuse("at most", "'at most' lies below 'at least': nothing is within");
        return figure is null || (least ?? most) is null ? null : new(figure, least, most);
    }
}
