using System.Collections.Immutable;

namespace Plumbline.Domain.Measures;

/// <summary>What makes sense of a population's subjects beside words of the language.</summary>
[Flags]
public enum Fits
{
    None = 0,

    /// <summary>Activities can be about each of them, from its start on: a Cadence counts them.</summary>
    Activities = 1,

    /// <summary>Who takes part in those activities can be asked for.</summary>
    Parties = 2,

    /// <summary>Each is about one person: leave, the people lead, somebody else.</summary>
    Person = 4,

    /// <summary>People hold roles for it.</summary>
    Roles = 8,

    /// <summary>Its row names the person who owns it.</summary>
    Owner = 16,

    /// <summary>Documents can be in force for it.</summary>
    Documents = 32,

    /// <summary>Several systems say who holds a role for it.</summary>
    Systems = 64,

    /// <summary>Several systems keep a record of it.</summary>
    Records = 128,
}

/// <summary>What makes sense of a population's subjects; a policy that joins the population with anything else is refused.</summary>
public sealed record Companions
{
    public ImmutableArray<Event> Events { get; init; } = [];

    public ImmutableArray<Anchor> Anchors { get; init; } = [];

    /// <summary>The amounts that must reach a share of others, each with that other.</summary>
    public ImmutableArray<(Amount Of, Amount ShareOf)> Totals { get; init; } = [];

    public ImmutableArray<Figure> Figures { get; init; } = [];

    public ImmutableArray<Trace> Traces { get; init; } = [];

    /// <summary>The days that must lie within others, each with those others.</summary>
    public ImmutableArray<(DaySet Days, DaySet Within)> Days { get; init; } = [];

    /// <summary>Those that its subjects are chosen by.</summary>
    public ImmutableArray<Trait> Traits { get; init; } = [];

    public ImmutableArray<Worth> Worths { get; init; } = [];

    public Fits Fits { get; init; }

    internal IEnumerable<IWord> Words =>
    [
        .. Events, .. Anchors, .. Totals.SelectMany(t => ImmutableArray.Create<IWord>(t.Of, t.ShareOf)), .. Figures, .. Traces, .. Days.SelectMany(d => ImmutableArray.Create<IWord>(d.Days, d.Within)), .. Traits, .. Worths,
    ];

    /// <summary>The promises that can be made of the subjects, and the keys that not every population takes.</summary>
    internal IEnumerable<string> Keys =>
        from each in ImmutableArray.Create(
            ("deadline", !Events.IsEmpty || !Totals.IsEmpty), ("cadence", !Traces.IsEmpty || Fits.HasFlag(Fits.Activities)), ("threshold", !Figures.IsEmpty),
            ("coverage", !Days.IsEmpty || (Fits & (Fits.Roles | Fits.Owner | Fits.Documents)) != 0), ("agreement", (Fits & (Fits.Systems | Fits.Records)) != 0),
            ("attended by", Fits.HasFlag(Fits.Parties)), ("of", Fits.HasFlag(Fits.Parties)), ("about", Fits.HasFlag(Fits.Person)), ("pause", Fits.HasFlag(Fits.Person)))
        where each.Item2
        select each.Item1;
}
