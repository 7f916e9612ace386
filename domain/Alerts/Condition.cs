using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Alerts;

/// <summary>A finding as an alert sees it: one of this run's, or one that a run before left and this one could not judge.</summary>
public readonly record struct Standing(string Subject, string Occasion, Verdict Verdict, LocalDate? Due, Finding? Finding);

/// <summary>What the findings of one alert key come to today.</summary>
/// <param name="Verdict">As bad as the worst of them.</param>
/// <param name="Content">What an open alert would say; null where nothing is at risk or breached.</param>
/// <param name="Because">Why an alert would be resolved by it.</param>
public sealed record Condition(string Measure, AccountId Account, string Key, Verdict Verdict, AlertContent? Content, string Because)
{
    /// <summary>The alerts, by measure and key, that each of its open findings waits for, the one that was due first before the others; empty where any waits for none.</summary>
    public ImmutableArray<(string Measure, string Key)> WaitsFor { get; init; } = [];

    public const string Kept = "kept";
    public const string Withdrawn = "withdrawn";
    public const string NoLongerApplies = "no longer applies";

    /// <param name="policy">The content hash of the policy whose terms are in force now.</param>
    public static string TermsChanged(string policy) => $"terms changed: {policy}";

    /// <summary>Gathers the findings of one measure and account into the conditions of their alerts.</summary>
    /// <param name="gone">Why the findings that an alert may still stand for are there no more, or are wrong no more, by alert key.</param>
    /// <param name="ownerOf">Who answers for a finding; null where nobody does.</param>
    public static IEnumerable<Condition> Gather(
        AlertTerms terms, AccountId account, IEnumerable<Standing> standings, IReadOnlyDictionary<string, string> gone, LocalDate? watchFrom,
        Func<Finding, Owner?> ownerOf)
    {
        HashSet<string> seen = [];
        foreach (var group in standings.Where(s => IsWatched(s, terms, watchFrom)).GroupBy(s => terms.KeyOf(s.Subject, s.Occasion)))
        {
            seen.Add(group.Key);
            Verdict worst = Worst(group);
            Finding[] open = OpenOf(group);
            yield return new(terms.Measure, account, group.Key, worst, open.Length > 0 ? ContentOf(terms, open, ownerOf) : null, gone.GetValueOrDefault(group.Key) ?? Kept)
            {
                WaitsFor = open.All(f => f.Cause is not null) ? CausesOf(open) : [],
            };
        }
        foreach (var (key, because) in gone)
            if (!seen.Contains(key))
                yield return new(terms.Measure, account, key, Verdict.Met, null, because);
    }

    /// <summary>A finding due before the firm began to watch opens nothing; a standing condition has no such day.</summary>
    private static bool IsWatched(Standing standing, AlertTerms terms, LocalDate? watchFrom) =>
        terms.OnOld || standing.Occasion.Length == 0 || watchFrom is not { } from || standing.Due is not { } due || due >= from;

    private static Verdict Worst(IEnumerable<Standing> standings)
    {
        Verdict worst = Verdict.Met;
        foreach (Standing standing in standings)
            if (Rank(standing.Verdict) > Rank(worst))
                worst = standing.Verdict;
        return worst;
    }

    private static int Rank(Verdict verdict) => verdict switch
    {
        Verdict.Breached => 4,
        Verdict.AtRisk => 3,
        Verdict.Unknown => 2,
        Verdict.Excepted => 1,
        _ => 0,
    };

    private static Finding[] OpenOf(IEnumerable<Standing> standings) =>
    [
        .. standings.Where(s => s.Verdict is Verdict.AtRisk or Verdict.Breached).Select(s => s.Finding).OfType<Finding>()
            .OrderByDescending(f => Rank(f.Verdict)).ThenBy(f => f.Due ?? LocalDate.MaxIsoValue)
            .ThenBy(f => f.Subject, StringComparer.Ordinal).ThenBy(f => f.Occasion, StringComparer.Ordinal),
    ];

    private static ImmutableArray<(string Measure, string Key)> CausesOf(Finding[] open) =>
    [
        .. open.Select(f => f.Cause).OfType<Cause>().SelectMany(c => c.Findings.Select(f => (c.Terms.Measure, Key: c.Terms.KeyOf(f.Subject, f.Occasion), f.Due)))
            .OrderBy(c => c.Due).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Measure, c.Key)).Distinct(),
    ];

    private static AlertContent ContentOf(AlertTerms terms, Finding[] open, Func<Finding, Owner?> ownerOf)
    {
        var money = Money.Sums(open.Select(f => f.Basis.AtStake(f)).OfType<Money>());
        Finding worst = open[0];
        FailingRows rows = FailingRows.Of(open.Select(f => (f.Occasion.Length == 0 ? f.Subject : $"{f.Subject} {f.Occasion}", f.Basis.AtStake(f))));
        return new(terms.Title, terms.Severity, Gathered.Message(worst, open[1..]), Gathered.Remedy(open), open.Min(f => f.Due), open.Length, rows, money, ownerOf(worst));
    }
}
