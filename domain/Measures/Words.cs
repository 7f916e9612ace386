using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>A source that a word needs, and the columns of it without which the word says nothing.</summary>
public sealed record Need(string Source, params ImmutableArray<string> Columns)
{
    /// <summary>The kinds of row that count (roles, kinds of activity), in lower case; empty where every row does.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>Another source of the same facts: of the two, one that the firm does not have is not needed.</summary>
    public string? Or { get; init; }

    /// <summary>Whether it is needed only where the population is drawn from that source too: a word for several kinds of subject needs each one's own.</summary>
    public bool WithPopulation { get; init; }

    /// <summary>Needed only where the population is drawn from this source, too; null where it always is.</summary>
    public string? OnlyWith { get; init; }

    /// <summary>Whether a firm without the file has nothing to say by it; a file that is there must be usable.</summary>
    public bool IfThere { get; init; }

    /// <summary>Its one source, as a list that is asked for time and again.</summary>
    internal string[] Alone { get; } = [Source];
}

/// <summary>A word for who or what a measure is about.</summary>
/// <param name="KeysFrom">The source whose rows the subjects' keys are; a key that is gone from there was withdrawn.</param>
public sealed record Population(string Name, string KeysFrom, ImmutableArray<Need> Needs, Func<AccountView, IEnumerable<Case>> Of) : IWord
{
    /// <summary>Whether its subjects are judged whether or not their account has ended.</summary>
    public bool OutlastsAccount { get; init; }

    /// <summary>Whether some of its subjects belong to no account.</summary>
    public bool IsOfFirmToo { get; init; }

    public Meaning? Meaning { get; init; }

    /// <summary>Which of them alone, where a policy chooses: <c> with importance strategic</c>.</summary>
    public string Chosen { get; init; } = "";
}

/// <summary>A word that subjects may be chosen by.</summary>
/// <param name="Values">All that it may be, in lower case.</param>
public sealed record Trait(string Name, Need Need, ImmutableArray<string> Values, Func<AccountView, Case, string?> Of) : IWord
{
    public Meaning? Meaning { get; init; }

    public ImmutableArray<Need> Needs => [Need];
}

/// <summary>A word for an amount of money that subjects may be chosen by; null where its source gives none.</summary>
public sealed record Worth(string Name, ImmutableArray<Need> Needs, Func<AccountView, Case, Money?> Of) : IWord
{
    public Meaning? Meaning { get; init; }
}

/// <summary>A word for the day that a Deadline counts from; null where the facts give none.</summary>
public sealed record Anchor(string Name, ImmutableArray<Need> Needs, Func<AccountView, Case, LocalDate?> Of) : IWord
{
    public Meaning? Meaning { get; init; }

    /// <summary>As a sentence calls the day: <c>the end of the month</c>.</summary>
    public string Phrase { get; init; } = $"the {Name}";
}

/// <summary>A word for what fulfils a Deadline.</summary>
/// <param name="Phrase">As a participle, for sentences: <c>paid</c>, <c>signed by all parties</c>.</param>
/// <param name="Remedy">What to do about it, as an order: <c>collect what is outstanding</c>.</param>
public sealed record Event(string Name, string Phrase, string Remedy, ImmutableArray<Need> Needs, Func<AccountView, Case, Outcome> Of) : IWord
{
    public Meaning? Meaning { get; init; }

    /// <summary>What it happens to, where that is not the subject itself: <c>data mapping</c>.</summary>
    public string? Thing { get; init; }

    /// <summary>The phrase of one subject, where its kind has a word of its own: an escalation is acknowledged.</summary>
    public Func<Case, string?>? PhraseFor { get; init; }

    /// <summary>The remedy of one subject, where it has words or figures of its own.</summary>
    public Func<AccountView, Case, string?>? RemedyFor { get; init; }

    internal string PhraseOf(Case subject) => PhraseFor?.Invoke(subject) ?? Phrase;

    internal string RemedyOf(AccountView view, Case subject) => RemedyFor?.Invoke(view, subject) ?? Remedy;
}

/// <summary>A word for an amount that grows by dated parts; the judge adds them up.</summary>
public sealed record Amount(string Name, string Phrase, string Remedy, ImmutableArray<Need> Needs, Func<AccountView, Case, Parts> Of) : IWord
{
    public Meaning? Meaning { get; init; }

    /// <summary>Whether it is an amount of hours and not of money.</summary>
    public bool InHours { get; init; }

    /// <summary>The remedy of one subject, where it says more than the word's.</summary>
    public Func<Case, string?>? RemedyFor { get; init; }

    internal string RemedyOf(Case subject) => RemedyFor?.Invoke(subject) ?? Remedy;
}

/// <summary>A word for days that a subject's own record bears of itself, so that a Cadence can look at them in place of activities.</summary>
/// <param name="Noun">As a sentence calls one of them: <c>update of its record</c>.</param>
/// <param name="Remedy">What to do for one more of them, as an order: <c>update its record</c>.</param>
public sealed record Trace(string Name, string Noun, string Remedy, ImmutableArray<Need> Needs, Func<AccountView, Case, IEnumerable<LocalDate>> Of) : IWord
{
    /// <summary>A day after the one judged that may stand in the place of an earlier one; null where there is none.</summary>
    public required Func<AccountView, Case, LocalDate?> Later { get; init; }

    public Meaning? Meaning { get; init; }
}

/// <summary>A word for days, as ranges with both ends included and a missing end open.</summary>
public sealed record DaySet(string Name, ImmutableArray<Need> Needs, Func<AccountView, Case, IEnumerable<DayRange>> Of) : IWord
{
    /// <summary>Of what could cover these days the nearest: why it does not, and what would make it do so, as an order; null where there is none.</summary>
    public Func<AccountView, Case, IReadOnlyList<(LocalDate? From, LocalDate? To)>, (string Told, string Order)?>? Nearest { get; init; }

    public Meaning? Meaning { get; init; }
}

/// <param name="Of">Whose days they are, by the key of their own source.</param>
/// <param name="Week">The week that they are kept under; null where they are kept by themselves.</param>
public readonly record struct DayRange(LocalDate? From, LocalDate? To, string Of, IsoWeek? Week = null)
{
    // Made for the few that somebody reads of: there is one for each day that anybody worked.
    public string Key => Week is { } week ? $"{Of} {week}" : Of;

    public bool Contains(LocalDate day) => !(From > day) && !(To < day);
}

/// <summary>What of a figure can be set beside it: nothing, itself on an earlier day, or the reading before as well.</summary>
public enum Earlier { Nothing, AnyDay, AnyReading }

/// <summary>A word for a figure that is held against bounds.</summary>
/// <param name="Unit">Written behind the figure: <c> %</c>.</param>
/// <param name="Window">The days that it is measured over, both ends included; null where it is of the day alone.</param>
/// <param name="Of">The figure at the end of a day: the one judged, or where <see cref="Earlier"/> says so one before it.</param>
public sealed record Figure(
    string Name, string Unit, ImmutableArray<Need> Needs, Func<LocalDate, (LocalDate First, LocalDate Last)?> Window, Func<AccountView, Case, LocalDate, Measured> Of) : IWord
{
    public Meaning? Meaning { get; init; }

    /// <summary>What is divided, and by what, in the words of the evidence: <c>billable hours</c>; null where nothing is, or where other words say it.</summary>
    public (string Part, string Whole)? Shares { get; init; }

    public Earlier Earlier { get; init; }

    /// <summary>The days that a sentence names with it, both ends included; null where it is of the day alone.</summary>
    public Func<LocalDate, (LocalDate First, LocalDate Last)?> Over { get; init; } = Window;

    /// <summary>The figure as it stood earlier, the latest first, from the day judged back; null where the facts do not tell what it was.</summary>
    public Func<AccountView, Case, IEnumerable<(LocalDate On, Measured Then)>>? History { get; init; }

    /// <summary>What each day of its history is, before the day itself: <c>the reading of </c>.</summary>
    public string Moment { get; init; } = "";

    /// <summary>What it comes from, to stand in brackets behind it where it is out of bounds: <c>cost £80.00 of revenue £100.00</c>.</summary>
    public Func<Measured, string>? Told { get; init; }

    /// <summary>Whether it is a forecast: out of bounds it puts the promise at risk and never breaks it.</summary>
    public bool OnlyWarns { get; init; }

    /// <summary>As a sentence calls it: <c>the number of changes of lead</c>.</summary>
    public string Called { get; init; } = Name;

    /// <summary>What would bring it to its bound, as an order with its figures; null for so much more or less of the figure itself.</summary>
    public Func<Gap, string?>? Remedy { get; init; }

    /// <summary>What a person does first where it is too low, as an order, before it rises by so much: <c>ask the team what is wrong</c>; null where its remedy says it.</summary>
    public string? FirstStep { get; init; }
}

/// <summary>A figure that is out of bounds.</summary>
/// <param name="Bound">What it must reach, or come down to.</param>
/// <param name="TooLow">Whether it must rise.</param>
public readonly record struct Gap(Measured Now, decimal Value, decimal Bound, bool TooLow)
{
    /// <summary>So many more parts of a whole that is counted reach the bound, which is in per cent.</summary>
    internal decimal CountMissing => Math.Ceiling(Bound * Now.Whole / 100m) - Now.Part;

    /// <summary>An amount that the figure shows beside itself.</summary>
    internal Money? Beside(string name) => Now.Named(name).Money;
}

/// <summary>A word for a number that each account sets for itself.</summary>
public sealed record Target(string Name, ImmutableArray<Need> Needs, Func<Account, decimal?> Of) : IWord
{
    public Meaning? Meaning { get; init; }
}
