using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;

namespace Plumbline.Domain.Findings;

/// <summary>One subject that a measure speaks of, with the facts that make it one.</summary>
/// <param name="Noun">What it is, for sentences: <c>invoice</c>, <c>timesheet</c>.</param>
/// <param name="Subject">Its key in its own source.</param>
public sealed record Case(string Noun, string Subject)
{
    /// <summary>A name that says more to a reader than the key.</summary>
    public string? Name { get; init; }

    /// <summary>What sentences begin with, where noun and key would not read well: <c>Change of account lead to P7</c>.</summary>
    public string? Called { get; init; }

    /// <summary>The occasion that its population gives it; null where the promise gives one.</summary>
    public string? Occasion { get; init; }

    public Engagement? Engagement { get; init; }

    public PersonId? Person { get; init; }

    /// <summary>The role that it is about, in lower case.</summary>
    public string? Role { get; init; }

    /// <summary>The assignment that is judged.</summary>
    public Assignment? Assignment { get; init; }

    /// <summary>The opportunity that it is about, by its id.</summary>
    public string? Opportunity { get; init; }

    /// <summary>People of the customer's, by their ids: what it is about happens with any of them.</summary>
    public ImmutableArray<string>? Contacts { get; init; }

    /// <summary>When what it is about began and ended: a role, a time on an account, an absence; a missing end is open.</summary>
    public (LocalDate? From, LocalDate? To)? Spell { get; init; }

    /// <summary>When what it is about began: a month or week on its first day, a claim when it was submitted; null for before any end of its account.</summary>
    public LocalDate? Began { get; init; }

    /// <summary>All stays of the person on the account, in order and apart; a missing end is open.</summary>
    public ImmutableArray<(LocalDate? From, LocalDate? To)> Stays { get; init; } = [];

    /// <summary>The item that is judged.</summary>
    public Item? Item { get; init; }

    /// <summary>What the same account has open in credits of the invoice's currency; null where there are none.</summary>
    public Money? OpenCredit { get; init; }

    /// <summary>Items of which the one completed first decides, in place of <see cref="Item"/>; default where there is only one to judge.</summary>
    public ImmutableArray<Item> Candidates { get; init; }

    /// <summary>The one type of document that can be among <see cref="Candidates"/>; a lost row of another leaves this case alone.</summary>
    public string? CandidateType { get; init; }

    // A segment of none, which [] gives, cannot be walked.
    public ArraySegment<Work> Work { get; init => field = value.Array is null ? ArraySegment<Work>.Empty : value; } = ArraySegment<Work>.Empty;

    public ImmutableArray<Record> Records { get; init; } = [];

    public YearMonth? Month { get; init; }

    /// <summary>The days it is about, both ends included, where there are such.</summary>
    public (LocalDate First, LocalDate Last)? Days { get; init; }

    /// <summary>Whether what it is about can still grow, so that nothing seen so far completes it.</summary>
    public bool StillGrowing { get; init; }

    /// <summary>The stretches of time in which a period of a Cadence must lie, in order and apart; a missing end is open.</summary>
    public ImmutableArray<(LocalDate? From, LocalDate? To)> Active { get; init; } = [];

    /// <summary>Whether it is there on that day: within a stretch, or without any said.</summary>
    public bool IsActiveOn(LocalDate day)
    {
        foreach (var (from, to) in Active)
            if (!(from > day) && !(to < day))
                return true;
        return Active.IsEmpty;
    }

    /// <summary>The source whose row this case is, where it is one: a fault that names another row of it leaves this case alone.</summary>
    public string? RowOf { get; init; }

    /// <summary>Its key in the source whose row it is: what it is called may say more.</summary>
    public string RowId => Item?.Id ?? Subject;

    /// <summary>Set where the case is known only by a row that could not be used.</summary>
    public Fault? Refused { get; init; }

    /// <summary>Why it cannot be told whether the measure is about it, by reason code and sentence: all that is said of it is <c>unknown</c>.</summary>
    public (string Reason, string Detail)? Doubt { get; init; }

    /// <summary>The case in words: <c>Invoice INV-7</c>, <c>Engagement Portal rebuild (E03)</c>.</summary>
    public string Label => Called ?? (Name is null
        ? $"{char.ToUpperInvariant(Noun[0])}{Noun.AsSpan(1)} {Subject}"
        : $"{char.ToUpperInvariant(Noun[0])}{Noun.AsSpan(1)} {Name} ({Subject})");
}
