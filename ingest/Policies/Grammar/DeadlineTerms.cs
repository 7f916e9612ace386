using Plumbline.Domain.Measures;
using Plumbline.Domain.Time;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>The terms of a Deadline: <c>{ done: paid, within: 30 days, after: due date }</c>.</summary>
internal static class DeadlineTerms
{
    public static readonly Shape Shape = new("a deadline", ["done"], ["within", "after", "before", "and before"]);

    public static Deadline? Read(Node node, Words words, FaultList faults)
    {
        if (Fields.Of(node, Shape, faults) is not { } fields)
            return null;
        Completion? done = CompletionTerms.Read(fields, words);
        // Without a time it is due on the anchor's day itself.
        CalendarSpan within = fields.Span("within", least: 0) ?? new(0, SpanUnit.Days);
        bool before = fields.ExactlyOne("after", "before") == "before";
        Anchor? after = fields.Word("after", Together.Anchor, words);
        Anchor? until = fields.Word("before", Together.Anchor, words);
        Anchor? bound = fields.Word("and before", Together.Anchor, words);
        if (bound is not null && bound == (before ? until : after))
            fields.Refuse("and before", $"'and before' names the same day: {Quote.Of(bound.Name)}");
        return done is null || (before ? until : after) is not { } anchor ? null : new(done, within, before, anchor, bound);
    }
}
