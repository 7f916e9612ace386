using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Facts;

/// <summary>A customer account. A value that its row did not give, or gave unreadably, is null; blank days are open ends.</summary>
public sealed record Account(AccountId Id, string Name)
{
    public string? Status { get; init; }

    public string? Importance { get; init; }

    public Region? Region { get; init; }

    public LocalDate? StartedOn { get; init; }

    public LocalDate? EndedOn { get; init; }

    /// <summary>The customer's mail domains, in lower case: they tell whose meetings are, and are stored nowhere.</summary>
    public ImmutableArray<string> CustomerDomains { get; init; } = [];

    /// <summary>By how much its revenue is to grow in a year, in per cent.</summary>
    public decimal? GrowthTarget { get; init; }

    /// <summary>What is to be left of its revenue, in per cent.</summary>
    public decimal? MarginTarget { get; init; }

    public bool HasActiveStatus => Statuses.IsActive(Status);
}

/// <summary>A piece of work for an account; its status and days are read as an account's are.</summary>
public sealed record Engagement(EngagementId Id, AccountId Account, string Name)
{
    public string? Status { get; init; }

    public LocalDate? StartedOn { get; init; }

    public LocalDate? EndedOn { get; init; }

    /// <summary>What its work may come to, in whole units of the currency that its work is valued in.</summary>
    public decimal? Budget { get; init; }

    /// <summary>When somebody last brought its record in the PSA up to date.</summary>
    public LocalDate? UpdatedOn { get; init; }

    /// <summary>Active by its status, and on its days, both included.</summary>
    public bool IsActiveOn(LocalDate day) => Statuses.IsActive(Status) && !(StartedOn > day) && !(EndedOn < day);
}

internal static class Statuses
{
    public static bool IsActive(string? status) => "active".Equals(status, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A person of the firm. <see cref="WeeklyHours"/> are the hours agreed for a full week.</summary>
public sealed record Person(PersonId Id, string Name)
{
    public decimal? WeeklyHours { get; init; }

    /// <summary>As the firm writes it; its levels are in <c>firm.yaml</c>.</summary>
    public string? CareerLevel { get; init; }

    /// <summary>Who looks after the person's development.</summary>
    public PersonId? PeopleLead { get; init; }

    public LocalDate? StartedOn { get; init; }

    public LocalDate? EndedOn { get; init; }

    /// <summary>Tells whose a mailbox is; it is stored nowhere, and no message says it.</summary>
    public string? Email { get; init; }
}

/// <summary>Somebody of the customer's.</summary>
public sealed record Contact(string Id, AccountId Account, string? StakeholderRole, string? Unit)
{
    /// <summary>Tells who attends a meeting; it is stored nowhere, and no message says it.</summary>
    public string? Email { get; init; }
}

/// <summary>Who and what there is; populations are drawn from it.</summary>
public sealed record Register(
    IReadOnlyList<Account> Accounts,
    IReadOnlyList<Engagement> Engagements,
    IReadOnlyDictionary<PersonId, Person> People,
    IReadOnlyDictionary<string, Contact> Contacts)
{
    public static Register Empty { get; } = new([], [], new Dictionary<PersonId, Person>(), new Dictionary<string, Contact>());
}
