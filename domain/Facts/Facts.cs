using System.Collections.Immutable;
using System.Numerics;
using NodaTime;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Facts;

/// <summary>A role held over an interval, both ends included; a missing end is open.</summary>
/// <param name="Role">In lower case: <c>account lead</c>.</param>
public sealed record Assignment(PersonId Person, string Role, LocalDate? From, LocalDate? To)
{
    /// <summary>The system that says so, in lower case; null where the file names none.</summary>
    public string? System { get; init; }

    /// <summary>The account, its own or its engagement's.</summary>
    public AccountId? Account { get; init; }

    public EngagementId? Engagement { get; init; }

    /// <summary>The opportunity that it is for, by its id.</summary>
    public string? Opportunity { get; init; }

    /// <summary>When the team was told of it.</summary>
    public LocalDate? AnnouncedOn { get; init; }

    /// <summary>When who held the role before had handed it over.</summary>
    public LocalDate? HandoverOn { get; init; }

    /// <summary>Whether another of the same role and place begins on its last day, and then has the role.</summary>
    public bool IsHandedOver { get; init; }

    public bool IsOfThePsa => System is null or "psa";

    /// <summary>Whether it puts the person on the account: a row of the PSA, and not of a pursuit alone (MEASURES, On an account).</summary>
    public bool IsOnAccount => IsOfThePsa && (Opportunity is null || Engagement is not null);

    /// <summary>Whether the person's stay includes the day.</summary>
    public bool Holds(LocalDate day) => (From is not { } from || from <= day) && (To is not { } to || day <= to);

    /// <summary>Whether the person has the role on the day: one that is handed over gives way on its last day.</summary>
    public bool HasRoleOn(LocalDate day) => Holds(day) && !(IsHandedOver && day == To);
}

/// <summary>A figure as somebody measured it for a day.</summary>
/// <param name="Figure">In lower case: <c>satisfaction</c>.</param>
public sealed record Reading(string Figure, decimal Value, LocalDate AsOf)
{
    /// <summary>The account, its own or its engagement's.</summary>
    public AccountId? Account { get; init; }

    public EngagementId? Engagement { get; init; }

    public PersonId? Person { get; init; }
}

/// <summary>One system's view of a thing.</summary>
/// <param name="Fields">Named values as the system writes them, trimmed; a blank one is left out.</param>
public sealed record Record(string System, string Kind, string Id, IReadOnlyDictionary<string, string> Fields)
{
    public AccountId? Account { get; init; }

    public Money? Value { get; init; }

    /// <summary>When the system last heard something new of it.</summary>
    public LocalDate? UpdatedOn { get; init; }
}

/// <summary>
/// The hours of one person on one engagement in one ISO week and calendar month, folded from time entries dated on or before the
/// day judged. An approval after the day judged counts as none.
/// </summary>
/// <param name="Engagement">It may be one that the register does not know: the hours are then no account's, and still the person's.</param>
public sealed record Work(PersonId Person, EngagementId Engagement, IsoWeek Week, YearMonth Month)
{
    public required decimal Hours { get; init; }

    public required decimal BillableHours { get; init; }

    /// <summary>Of the hours, those for the person's own development or for the firm, by their category.</summary>
    public decimal DevelopmentHours { get; init; }

    /// <summary>What the billable entries are worth, in minor units, where <see cref="ValueIsWhole"/>.</summary>
    public long Value { get; init; }

    /// <summary>Of the value, that of days before the engagement's start; the start may lie within the week.</summary>
    public long ValueBeforeStart { get; init; }

    /// <summary>The one currency of the billable values; null where there are several.</summary>
    public string? Currency { get; init; } = Money.NoCurrency;

    /// <summary>Whether every billable entry says what it is worth.</summary>
    public bool ValueIsWhole { get; init; }

    public required int Entries { get; init; }

    public required int NotApproved { get; init; }

    /// <summary>The day of the first entry, whatever its hours.</summary>
    public required LocalDate FirstDay { get; init; }

    public required LocalDate LastDay { get; init; }

    /// <summary>The days of the week on which the hours, corrections included, come to more than zero; Monday is the lowest bit.</summary>
    public required byte Weekdays { get; init; }

    /// <summary>All of the hours by the day they are for, the day they were submitted and whether they are billable; one submitted after the day judged is among them.</summary>
    public required ImmutableArray<DayHours> Days { get; init; }

    /// <summary>The first of those days; null where there is none.</summary>
    public LocalDate? FirstWorked => Weekdays == 0 ? null : Week.Monday.PlusDays(BitOperations.TrailingZeroCount(Weekdays));

    public LocalDate? LatestApproval { get; init; }
}
