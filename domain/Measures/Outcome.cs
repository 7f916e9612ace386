using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;

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

    /// <summary>How many hours it is, where it is of hours and not of money; its days are not known then.</summary>
    public decimal? Hours { get; init; }

    /// <summary>Why the hours are not known: a reason code.</summary>
    public string? Doubt { get; init; }

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
public readonly record struct Measured(decimal? Value, bool Applies, Trouble? Doubt)
{
    public decimal Part { get; init; }

    public decimal Whole { get; init; }

    public static Measured Of(decimal value, decimal part, decimal whole) => new(value, true, null) { Part = part, Whole = whole };

    public static Measured Unsure(string reason, string detail) => new(null, true, new(reason, detail));

    public static Measured DoesNotApply => new(null, false, null);
}
