using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>How a figure may change: <c>{ at least: 0, since: 3 months }</c>, <c>{ above: -2, since: previous }</c>.</summary>
internal static class ChangeTerms
{
    private const string Previous = "previous";

    private static readonly Shape Shape = new("a change", ["since"], ["at least", "above"]);

    /// <param name="of">The figure, which cannot always be set beside what it was; null where it is not known.</param>
    public static Change? Read(Fields bound, Figure? of)
    {
        if (bound.Part("change", Shape) is not { } fields)
            return null;
        string? which = fields.ExactlyOne("at least", "above");
        decimal? by = which is null ? null : fields.Number(which);
        if (fields.Text("since") is not { } since)
            return null;
        bool previous = since.Value == Previous;
        CalendarSpan? span = previous ? null : Span(since, fields.Faults);
        if (of is not null && (previous ? of.Earlier != Earlier.AnyReading : span is not null && of.Earlier == Earlier.Nothing))
            fields.Faults.Add(since.At, previous && of.Earlier == Earlier.AnyDay
                ? $"{Quote.Of(of.Name)} is not read from anywhere: it has no previous reading, only a figure so long ago"
                : $"{Quote.Of(of.Name)} cannot be set beside what it was before");
        return by is { } much && (previous || span is not null) ? new(much, which == "above", span) : null;
    }

    private static CalendarSpan? Span(Text since, FaultList faults)
    {
        if (since.Value.Any(char.IsAsciiDigit))
            return SpanText.Read(since, 1, faults);
        faults.Add(since.At, $"{Quote.Of(since.Value)} is no value of 'since': it is 'previous', or a duration", Nearest.To(since.Value, [Previous]));
        return null;
    }
}
