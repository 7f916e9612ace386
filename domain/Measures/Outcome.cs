using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>What an event word saw by the day judged.</summary>
/// <param name="IsDone">Whether it was seen.</param>
/// <param name="On">The day; null where it is done but no source says when.</param>
/// <param name="Doubt">Why what is there cannot be judged: a reason code; it matters only while nothing was seen.</param>
public readonly record struct Outcome(bool IsDone, LocalDate? On, string? Doubt)
{
    public static Outcome Not => default;

    public static Outcome DoneOn(LocalDate? day) => new(true, day, null);

    /// <summary>Done where the day is there.</summary>
    public static Outcome If(LocalDate? day) => day is null ? Not : DoneOn(day);

    public static Outcome Unsure(string reason) => new(false, null, reason);
}

/// <summary>The dated parts of an amount.</summary>
/// <param name="Whole">Whether every part that should say its amount does.</param>
public sealed record Parts(ImmutableArray<(LocalDate On, Money Amount)> All, bool Whole)
{
    /// <summary>Whether one part is itself in several currencies, or the parts are.</summary>
    public bool Mixed { get; init; }

    /// <summary>How many hours it is, where it is of hours and not of money.</summary>
    public decimal? Hours { get; init; }

    /// <summary>The same by the days on which they came to be.</summary>
    public ImmutableArray<(LocalDate On, decimal Hours)> HoursOn { get; init; } = [];

    /// <summary>Why the hours are not known: a reason code.</summary>
    public string? Doubt { get; init; }

    /// <summary>What is prepared and does not count yet, each with the order that makes it count: <c>send draft INV-7</c>.</summary>
    public ImmutableArray<(string Order, Money Amount)> Waiting { get; init; } = [];

    /// <summary>Something to say beside the sum: an amount stood in for another.</summary>
    public string? Note { get; init; }

    /// <summary>The sum of parts in one currency; null where there are none.</summary>
    public Money? Sum()
    {
        Money? sum = null;
        foreach ((_, Money amount) in All)
            sum = sum is { } so ? so + amount : amount;
        return sum;
    }
}

/// <summary>A figure as measured, or why there is none.</summary>
/// <param name="Doubt">Why it is not known.</param>
public readonly record struct Measured(decimal? Value, Trouble? Doubt)
{
    public decimal Part { get; init; }

    public decimal Whole { get; init; }

    /// <summary>The reading before this one; null where there is none.</summary>
    public decimal? Before { get; init; }

    /// <summary>The day of that reading.</summary>
    public LocalDate? BeforeOn { get; init; }

    /// <summary>What a reader wants to know beside it.</summary>
    public ImmutableArray<Compared> Beside { get; init; } = [];

    /// <summary>The rows that keep it from being better, by the keys of their own source.</summary>
    public ImmutableArray<(string Key, Money? Amount)> Rows { get; init; } = [];

    /// <summary>Why there is nothing to measure it by; null where that goes without saying.</summary>
    public string? Why { get; init; }

    /// <summary>What is wrong where there is no figure and that itself breaks the promise: <c>no revenue</c>.</summary>
    public string? Fault { get; init; }

    /// <summary>The same in a few words that other programs may rely on; null where it is self-evident.</summary>
    public string? Reason { get; init; }

    public static Measured Of(decimal value) => new(value, null);

    /// <summary>So many per cent of the whole.</summary>
    public static Measured Share(decimal part, decimal whole) => Of(100 * part / whole) with { Part = part, Whole = whole };

    /// <param name="remedy">What would let it be measured, as an order; null for what the reason asks for.</param>
    public static Measured Unsure(string reason, string detail, string? remedy = null) => new(null, new(reason, detail) { Remedy = remedy });

    public static Measured DoesNotApply => new(null, null);

    public static Measured Broken(string fault, string why) => new(null, null) { Fault = fault, Why = why };

    /// <summary>What it shows beside itself under that name; empty where there is none.</summary>
    internal Compared Named(string name)
    {
        foreach (Compared beside in Beside)
            if (beside.Name == name)
                return beside;
        return default;
    }

    internal static decimal OneDecimal(decimal value) => decimal.Round(value, 1, MidpointRounding.AwayFromZero);
}
