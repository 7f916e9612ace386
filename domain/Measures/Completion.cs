using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>How far a completion has come: what was seen, and what a reader wants to know of it.</summary>
internal readonly record struct Progress(Outcome Outcome, string? Missing, string? Remedy)
{
    /// <summary>Where it is a share of an amount that is to be reached.</summary>
    public ShareReached? Share { get; init; }

    /// <summary>The item that decides, of several candidates, by its id.</summary>
    public string? Candidate { get; init; }

    /// <summary>Why it is not done, in a word, where that does not go without saying: <c>credited</c>.</summary>
    public string? Reason { get; init; }
}

/// <summary>What must have happened: every event of a list, on the latest of their days; or an amount that reaches a share of another.</summary>
public sealed record Completion(ImmutableArray<Event> AllOf)
{
    public Total? Total { get; init; }

    /// <summary>As a participle: <c>reviewed by legal and recorded</c>.</summary>
    public string Phrase => Total is { } total ? total.Of.Phrase : Phrases.And(AllOf.Select(e => e.Phrase));

    /// <summary>The phrase of one subject, whose kind may have a word of its own; null for the phrase of all.</summary>
    internal string? PhraseOf(Case subject) => Total is null && AllOf is [{ PhraseFor: { } own }] ? own(subject) : null;

    /// <summary>What is promised, as a participle: <c>invoiced to 99 % of billable value</c>.</summary>
    internal string InWords => Total is { } total ? $"{total.Of.Phrase} to {total.Reaches.Text()} % of {total.ShareOf.Name}" : Thing is null ? Phrase : $"{Thing} {Phrase}";

    /// <summary>What the one event happens to, where that is not the subject itself.</summary>
    internal string? Thing => Total is null && AllOf is [{ Thing: { } thing }] ? thing : null;

    internal IEnumerable<Need> Needs => Total is { } total ? total.Of.Needs.Concat(total.ShareOf.Needs) : AllOf.SelectMany(e => e.Needs);

    internal Progress Of(AccountView view, Case subject)
    {
        if (Total is { } total)
            return total.Progress(view, subject);
        if (subject.Candidates.IsDefault)
            return Events(view, subject);
        // Of several candidates the one completed first decides; while none is, the one that lacks least is spoken of.
        Progress? best = null;
        foreach (Item candidate in subject.Candidates.OrderBy(c => c.Id, StringComparer.Ordinal))
            if (Events(view, subject with { Item = candidate }) is var each && (best is not { } so || IsBetter(each, so)))
                best = each with { Candidate = candidate.Id };
        return best ?? new(Outcome.Not, Lacking(AllOf, subject), Phrases.And(AllOf.Select(e => e.Remedy).Prepend($"draw up the {subject.Called ?? subject.Noun}")));
    }

    private Progress Events(AccountView view, Case subject)
    {
        LocalDate? latest = null;
        string? doubt = null;
        var missing = ImmutableArray<Event>.Empty;
        foreach (Event each in AllOf)
        {
            Outcome outcome = each.Of(view, subject);
            doubt ??= outcome.Doubt;
            if (!outcome.IsDone)
                missing = missing.Add(each);
            else if (outcome.On is { } on && (latest is not { } so || on > so))
                latest = on;
        }
        if (missing.IsEmpty)
            return new(Outcome.DoneOn(latest), null, null);
        return new(doubt is null ? Outcome.Not : Outcome.Unsure(doubt), Lacking(missing, subject), Remedies(missing, view, subject));
    }

    private static bool IsBetter(Progress one, Progress other)
    {
        if (one.Outcome.IsDone && other.Outcome.IsDone)
            return one.Outcome.On < other.Outcome.On;
        return one.Outcome.IsDone != other.Outcome.IsDone ? one.Outcome.IsDone : (one.Missing?.Length ?? 0) < (other.Missing?.Length ?? 0);
    }

    /// <summary>To stand behind a <c>not</c>.</summary>
    private static string Lacking(ImmutableArray<Event> events, Case subject) =>
        events is [var only] ? only.PhraseOf(subject) : Phrases.Or(events.Select(e => e.PhraseOf(subject)));

    /// <summary>One of several candidates is named once.</summary>
    private static string Remedies(ImmutableArray<Event> events, AccountView view, Case subject) =>
        Phrases.And(events.Select((e, i) => i > 0 && !subject.Candidates.IsDefault ? e.Remedy : e.RemedyOf(view, subject)));
}
