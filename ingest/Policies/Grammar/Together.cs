using System.Collections.Immutable;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Policies.Syntax;

namespace Plumbline.Ingest.Policies.Grammar;

/// <summary>A kind of word that goes with some populations and not with others.</summary>
/// <param name="One">As faults name it: <c>event</c>.</param>
/// <param name="All">Those that a policy may use.</param>
/// <param name="Of">Those that go with a population.</param>
internal sealed record Kind<T>(string One, Func<Words, ImmutableArray<T>> All, Func<T, string> Name, Func<Companions, IEnumerable<T>> Of) where T : class;

/// <summary>
/// Whether what a measure says goes with the population that it is for. Where it does not, a fault names what does, and whom it would go
/// with; the rest of the measure is still read, for its own faults.
/// </summary>
internal static class Together
{
    public static readonly Kind<Event> Event = new("event", w => w.Events, e => e.Name, c => c.Events);
    public static readonly Kind<Anchor> Anchor = new("anchor", w => w.Anchors, a => a.Name, c => c.Anchors);
    public static readonly Kind<Amount> Amount = new("amount", w => w.Amounts, a => a.Name, c => c.Totals.SelectMany(t => new[] { t.Of, t.ShareOf }));
    public static readonly Kind<Figure> Figure = new("figure", w => w.Figures, f => f.Name, c => c.Figures);
    public static readonly Kind<DaySet> DaySet = new("set of days", w => w.DaySets, d => d.Name, c => c.Days.SelectMany(d => new[] { d.Days, d.Within }));
    public static readonly Kind<Trace> Trace = new("trace", w => w.Traces, t => t.Name, c => c.Traces);
    public static readonly Kind<Trait> Trait = new("trait", w => w.Traits, t => t.Name, c => c.Traits.Concat(Vocabulary.Traits.Where(t => t.OfAccount)));
    public static readonly Kind<Worth> Worth = new("amount", w => w.Worths, w => w.Name, c => c.Worths);

    /// <summary>The word under a key; null where the key is not there and, with a fault, where it is no word of the language.</summary>
    public static T? Word<T>(this Fields fields, string key, Kind<T> kind, Words words) where T : class =>
        fields.Text(key) is { } text ? Word(text, kind, words, fields.Faults) : null;

    public static T? Word<T>(Text text, Kind<T> kind, Words words, FaultList faults) where T : class
    {
        T? word = Choices.Word(text, kind.One, kind.All(words), kind.Name, faults);
        if (word is not null && Clash(word, kind, words) is { } clash)
            faults.Add(text.At, clash);
        return word;
    }

    /// <summary>Why the word does not go with the population; null where it does, and where nobody knows the population.</summary>
    public static string? Clash<T>(T word, Kind<T> kind, Words words) where T : class
    {
        if (words.ForEach is not { } population || Has(population, word, kind))
            return null;
        string[] fitting = [.. kind.Of(population.GoesWith).Select(kind.Name)];
        string has = fitting.Length switch { 0 => $"no {kind.One}", 1 => $"the {kind.One} {Quote.Of(fitting[0])}", _ => $"the {kind.One}s {Quote.All(fitting)}" };
        return $"{Quote.Of(kind.Name(word))} does not go with {Quote.Of(population.Name)}, which has {has}; {GoesWith(Quote.Of(kind.Name(word)), words, p => Has(p, word, kind))}";
    }

    /// <summary>A fault about a key that is there, where what it says goes with other populations only.</summary>
    public static void Needs(this Fields fields, string key, string what, Fits fit, Words words)
    {
        if (Clash(what, fit, words) is { } clash)
            fields.Refuse(key, clash);
    }

    /// <summary>Why this is not said of the population; null where it is.</summary>
    public static string? Clash(string what, Fits fit, Words words) => words.ForEach is not { } population || population.GoesWith.Fits.HasFlag(fit) ? null
        : $"{what} does not go with {Quote.Of(population.Name)}; {GoesWith("it", words, p => p.GoesWith.Fits.HasFlag(fit))}";

    private static bool Has<T>(Population population, T word, Kind<T> kind) where T : class => kind.Of(population.GoesWith).Any(w => kind.Name(w) == kind.Name(word));

    private static string GoesWith(string word, Words words, Func<Population, bool> has) =>
        words.Populations.Where(has).Select(p => p.Name).ToArray() is { Length: > 0 } names ? $"{word} goes with {Quote.All(names)}" : $"{word} goes with none";
}
