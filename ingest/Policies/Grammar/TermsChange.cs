using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Time;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>One entry of <c>terms</c> or <c>overrides</c>: what it puts in the place of the terms before.</summary>
/// <param name="Account">Null for everybody's.</param>
/// <param name="Entries">The keys of the promise that it gives another value.</param>
internal sealed record TermsChange(string? Account, LocalDate? From, string? Because, ImmutableArray<Entry> Entries, CalendarSpan? Warn)
{
    private const string WarnKey = "warn";

    /// <param name="kind">The promise whose terms they are.</param>
    public static ImmutableArray<TermsChange> Read(Fields measure, string kind)
    {
        ImmutableArray<string> terms = PromiseTerms.Changeable(kind);
        ImmutableArray<string> may = PromiseTerms.IsDue(kind) ? [.. terms, WarnKey] : terms;
        return
        [
            .. Read(measure, "terms", terms, new("an entry of 'terms'", ["from"], may)),
            .. Read(measure, "overrides", terms, new("an override", ["account", "reason"], ["from", .. may])),
        ];
    }

    private static IEnumerable<TermsChange> Read(Fields measure, string key, ImmutableArray<string> terms, Shape shape)
    {
        HashSet<(string?, LocalDate?)> seen = [];
        foreach (Node node in Lists.Items(measure, key))
        {
            if (Fields.Of(node, shape, measure.Faults) is not { } fields)
                continue;
            var change = new TermsChange(fields.IfIn(shape, "account"), fields.Date("from"), fields.IfIn(shape, "reason"), fields.Entries(terms), fields.Span(WarnKey));
            if (change.Entries.IsEmpty && fields[WarnKey] is null)
                measure.Faults.Add(node.At, $"{shape.What} changes nothing: it has one or more of {Quote.All(shape.May.Where(k => k != "from"))}");
            if (!seen.Add((change.Account, change.From)))
                measure.Faults.Add(node.At, $"{shape.What} from the same day is already there");
            yield return change;
        }
    }

    /// <summary>These terms with what the change puts in their place.</summary>
    public static Mapping Over(Mapping terms, TermsChange change) => terms with
    {
        Entries = [.. terms.Entries.Where(e => change.Entries.All(c => c.Key.Value != e.Key.Value)), .. change.Entries],
    };
}
