using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>One of the five promises, with its terms.</summary>
public interface IPromise
{
    /// <summary>What its words need, beside what the population needs.</summary>
    ImmutableArray<Need> Needs { get; }

    /// <summary>Its terms as a person says them: <c>paid within 30 days after its due date</c>.</summary>
    string InWords { get; }

    /// <summary>Judges one subject: the findings that it has today, one for each occasion.</summary>
    IEnumerable<Finding> Judge(Measure measure, Case subject, AccountView view);
}

/// <summary>A governance measure: data, made of words. Adding one touches the policy and nothing else.</summary>
public sealed record Measure(string Id, string Title, Population ForEach, IPromise Promise)
{
    /// <summary>How long before the due day a promise is at risk; null where the measure gives no warning.</summary>
    public CalendarSpan? Warn { get; init; }

    public Severity Severity { get; init; } = Severity.Medium;

    /// <summary>Null for what the promise is used to: subject and occasion for a Deadline, subject for the others.</summary>
    public AlertPer? AlertPer { get; init; }

    /// <summary>Whether findings from before the firm's <c>watch from</c> day open alerts too.</summary>
    public bool AlertOnOld { get; init; }

    /// <summary>The table that a roll-up of this measure fills beside its findings: <c>ageing</c>.</summary>
    public string? RollUp { get; init; }

    /// <summary>Where the rule comes from, as MEASURES abbreviates it.</summary>
    public string? Source { get; init; }

    /// <summary>How old a source may be that it is judged by; null for 3 working days.</summary>
    public CalendarSpan? StaleAfter { get; init; }

    /// <summary>The day from which it is promised: nothing before it is judged. null where it always was.</summary>
    public LocalDate? PromisedFrom { get; init; }

    /// <summary>The id of the measure whose open findings hold this one's up; both are Deadlines.</summary>
    public string? CausedBy { get; init; }

    /// <summary>Terms that took the place of these for every account, in order of the days from which they are in force.</summary>
    public ImmutableArray<Terms> Changed { get; init; } = [];

    /// <summary>All the terms that took the place of these for an account with some of its own, in the same order.</summary>
    public IReadOnlyDictionary<AccountId, ImmutableArray<Terms>> Overrides { get; init; } = new Dictionary<AccountId, ImmutableArray<Terms>>();

    public AlertTerms AlertTerms =>
        new(Id, Title, Severity, AlertPer ?? (Promise is Deadline ? Findings.AlertPer.SubjectAndOccasion : Findings.AlertPer.Subject), AlertOnOld);

    /// <summary>A day before which its warning cannot begin, whatever the bank holidays are.</summary>
    internal LocalDate Earliest(LocalDate due) => due.Shifted(-(Warn?.MostDays ?? 0));

    /// <summary>Everything that judging it needs.</summary>
    public ImmutableArray<Need> Needs { get; } =
        [
            .. ForEach.Needs, .. Promise.Needs.Where(n => n is { WithPopulation: false, OnlyWith: null } || ForEach.Needs.Any(p => p.Source == (n.OnlyWith ?? n.Source))),
            .. ForEach.OutlastsAccount ? [] : ImmutableArray.Create(AccountEnd.Need),
        ];

    /// <summary>The same by whatever terms, its first and all others.</summary>
    internal IEnumerable<Need> NeedsByAnyTerms => Needs.Concat(Changed.Concat(Overrides.Values.SelectMany(own => own)).SelectMany(t => t.By.Needs));

    /// <summary>All that it needs of the files that its population comes from: one that lacks a column of these is refused for this measure.</summary>
    internal ImmutableArray<Need> PopulationNeeds { get; } =
        [.. ForEach.Needs.Concat(Promise.Needs.Where(n => ForEach.Needs.Any(p => p.Source == n.Source)))];
}
