using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>How far something has come to the share of an amount that it is to reach: of money, or of hours.</summary>
public sealed record ShareReached
{
    /// <summary>The amount to be reached a share of.</summary>
    public Money? Whole { get; init; }

    /// <summary>How much of it is there, in its currency.</summary>
    public Money? Reached { get; init; }

    /// <summary>The same where it is of hours.</summary>
    public (decimal Whole, decimal Reached)? Hours { get; init; }

    /// <summary>Something to say beside: an amount stood in for another.</summary>
    public string? Note { get; init; }
}
