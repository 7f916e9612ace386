using System.Collections.Immutable;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>What fulfils a Deadline: <c>paid</c>, <c>{ all of: [...] }</c>, or <c>{ total: { of: ..., reaches: 99 %, share of: ... } }</c>.</summary>
internal static class CompletionTerms
{
    private static readonly Shape Shape = new("'done'", [], ["all of", "total"]);
    private static readonly Shape TotalShape = new("a total", ["of", "reaches", "share of"], []);

    public static Completion? Read(Fields deadline, Words words)
    {
        if (deadline["done"] is not Mapping)
            return AllOf(Lists.OneOr("all of", deadline, "done"), words, deadline.Faults);
        if (deadline.Part("done", Shape) is not { } fields)
            return null;
        return fields.ExactlyOne("all of", "total") switch
        {
            "all of" => AllOf(fields.Texts("all of"), words, fields.Faults),
            "total" => Total(fields, words),
            _ => null,
        };
    }

    private static Completion? AllOf(ImmutableArray<Text> texts, Words words, FaultList faults)
    {
        ImmutableArray<Event?> events = [.. texts.Select(t => Together.Word(t, Together.Event, words, faults))];
        return events.IsEmpty || events.Contains(null) ? null : new([.. events.OfType<Event>()]);
    }

    private static Completion? Total(Fields done, Words words)
    {
        if (done.Part("total", TotalShape) is not { } fields)
            return null;
        Amount? of = fields.Word("of", Together.Amount, words);
        Amount? shareOf = fields.Word("share of", Together.Amount, words);
        decimal? reaches = fields.Percent("reaches");
        if (of is not null && of == shareOf)
            fields.Refuse("share of", $"'share of' names the same amount as 'of': {Quote.Of(of.Name)}");
        // Where the population is known it is already told that one of the two does not go with it.
        else if (words.ForEach is null && of is not null && shareOf is not null && of.InHours != shareOf.InHours)
            fields.Refuse("share of", $"{Quote.Of(of.Name)} and {Quote.Of(shareOf.Name)} are not alike: one is money, the other hours");
        else if (words.ForEach?.GoesWith.Totals.FirstOrDefault(t => t.Of == shareOf && t.ShareOf == of) is { Of: not null } turned)
            fields.Refuse("share of", $"the other way round: {Quote.Of(turned.Of.Name)} reaches a share of {Quote.Of(turned.ShareOf.Name)}");
        return of is null || shareOf is null || reaches is not { } share ? null : new([]) { Total = new(of, share, shareOf) };
    }
}
