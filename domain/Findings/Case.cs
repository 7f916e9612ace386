using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>One subject that a measure speaks of, with the facts that make it one.</summary>
/// <param name="Noun">What it is, for sentences: <c>invoice</c>, <c>timesheet</c>.</param>
/// <param name="Subject">Its key in its own source.</param>
public sealed record Case(string Noun, string Subject)
{
    /// <summary>The occasion that its population gives it; null where the promise's anchor does, empty for a standing condition.</summary>
    public string? Occasion { get; init; }

    public Engagement? Engagement { get; init; }

    public PersonId? Person { get; init; }

    /// <summary>The item that is judged.</summary>
    public Item? Item { get; init; }

    /// <summary>Several items of which the one completed first decides, in place of <see cref="Item"/>.</summary>
    public ImmutableArray<Item> Candidates { get; init; } = [];

    public ImmutableArray<Work> Work { get; init; } = [];

    public ImmutableArray<Record> Records { get; init; } = [];

    public YearMonth? Month { get; init; }

    /// <summary>The days it is about, both ends included, where there are such.</summary>
    public DateInterval? Days { get; init; }

    /// <summary>The intervals in which a period of a Cadence must lie; no start or end is open.</summary>
    public ImmutableArray<(LocalDate? From, LocalDate? To)> Active { get; init; } = [];

    /// <summary>The source whose row this case is, where it is one: a fault that names another row of it leaves this case alone.</summary>
    public string? RowOf { get; init; }

    /// <summary>Set where the case is known only by a row that could not be used.</summary>
    public Fault? Refused { get; init; }
}
