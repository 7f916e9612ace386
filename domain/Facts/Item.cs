using System.Collections.Immutable;
using NodaTime;

namespace Plumbline.Domain.Facts;

/// <summary>The days an item may carry.</summary>
public enum ItemDay
{
    Raised, Due, Paid, Spent, Submitted, Approved, Requested, Decided, From, To,
    ReviewedByLegal, AgreedByBoard, SignedByAll, Recorded, Starts, Ends, Anchor, Done,
}

/// <summary>The kinds of item that the plain files hold; rows of items.csv bring kinds of their own.</summary>
public static class ItemKinds
{
    public const string Invoice = "invoice";
    public const string Expense = "expense";
    public const string Absence = "absence";
    public const string Document = "document";
    public const string DataMapping = "data mapping";
    public const string Milestone = "milestone";
    public const string Obligation = "obligation";
    public const string Risk = "risk";
    public const string Issue = "issue";
    public const string RiskAction = "action";
    public const string Escalation = "escalation";
    public const string OpenRole = "open role";
    public const string Checks = "checks";
    public const string Clearance = "clearance";
    public const string Equipment = "equipment";
    public const string RollOffPlan = "roll-off plan";
    public const string Offboarding = "offboarding";

    /// <summary>Kinds of items.csv that are of an account or an engagement, whomever they name beside it.</summary>
    public static ImmutableArray<string> OfAccounts { get; } = [DataMapping, Milestone, Obligation, Risk, Issue, RiskAction, Escalation, OpenRole];
}

/// <summary>
/// Something owed: an invoice, an expense claim, an absence, a document, an obligation. Its days may lie after the day judged: who
/// judges asks for those that have come.
/// </summary>
public sealed record Item(string Kind, string Id)
{
    /// <summary>The account, its own or its engagement's.</summary>
    public AccountId? Account { get; init; }

    public EngagementId? Engagement { get; init; }

    public PersonId? Person { get; init; }

    /// <summary>What it is within its kind: a document's <c>sow</c>, an absence's <c>holiday</c>; in lower case.</summary>
    public string? Type { get; init; }

    /// <summary>As its source says it, in lower case: an invoice's <c>draft</c>, <c>open</c>, <c>paid</c>, <c>void</c>.</summary>
    public string? State { get; init; }

    /// <summary>The month that it is for.</summary>
    public YearMonth? Period { get; init; }

    public string Currency { get; init; } = Money.NoCurrency;

    /// <summary>The whole amount, in minor units.</summary>
    public long? Total { get; init; }

    /// <summary>The amount without tax, in minor units.</summary>
    public long? Net { get; init; }

    /// <summary>What is still to be paid, in minor units, as its source said last.</summary>
    public long? Outstanding { get; init; }

    public bool Disputed { get; init; }

    public ImmutableArray<(ItemDay Name, LocalDate On)> Days { get; init; } = [];

    /// <summary>The day of that name; null where it has none.</summary>
    public LocalDate? On(ItemDay name)
    {
        foreach ((ItemDay each, LocalDate on) in Days)
            if (each == name)
                return on;
        return null;
    }

    /// <summary>
    /// What is outstanding at the end of the day, in minor units: the source's figure, or the total where it was paid later. A blank figure
    /// is nothing where the status is paid, else the total.
    /// </summary>
    public long OutstandingOn(LocalDate today)
    {
        // With something outstanding it is not paid, whatever its status or its day of payment say.
        if (Outstanding is { } figure and > 0)
            return figure;
        if (On(ItemDay.Paid) > today)
            return Total ?? 0;
        return Outstanding ?? (State == "paid" ? 0 : Total ?? 0);
    }

    /// <summary>The day of that name, once it has come.</summary>
    public LocalDate? By(LocalDate today, ItemDay name) => On(name) is { } day && day <= today ? day : null;

    /// <summary>Whether a document exists on the day: it does from the day it was recorded, or ever since where that is blank.</summary>
    public bool IsRecordedBy(LocalDate day) => !(On(ItemDay.Recorded) > day);
}
