namespace Plumbline.Domain.Measures;

/// <summary>The bounds of a figure for one account, whose own targets they may be; those that are not given are null.</summary>
internal readonly record struct Limits(decimal? Low, decimal? High, decimal? Above, Change? Change)
{
    /// <summary>How a figure is out of bounds, in a few words; null where it is within.</summary>
    public string? WhyNot(decimal value, decimal? before) => value < Low || value <= Above ? "too low" : value > High ? "too high"
        : before is { } then ? Change?.WhyNot(value, then) : null;

    /// <summary>With nothing to compare it with, a change alone says nothing.</summary>
    public bool Say(decimal? before) => before is not null || Low is not null || High is not null || Above is not null;

    /// <summary>The most that it must reach, and whether it must be more than that.</summary>
    public (decimal Bound, bool Above)? Highest(decimal? before)
    {
        (decimal, bool)?[] all = [Low is { } least ? (least, false) : null, Above is { } over ? (over, true) : null, before is { } then && Change is { } change ? (then + change.By, change.Above) : null];
        return all.Max();
    }
}
