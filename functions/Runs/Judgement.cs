using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;
using Plumbline.Domain.Measures.Figures;
using Receivables = Plumbline.Domain.Measures.Figures.Ageing;

namespace Plumbline.Functions.Runs;

/// <summary>A measure as a commit sees it.</summary>
/// <param name="IsDated">Whether its findings are due on days of their own; else it is a standing condition.</param>
/// <param name="Unread">The first of its sources' troubles; null where all were read in full.</param>
internal sealed record Watched(AlertTerms Terms, bool IsDated, Trouble? Unread);

/// <summary>What a run came to for one account: everything that its commit needs beside what is stored.</summary>
internal sealed record Judgement(AccountId Account, LocalDate Today, ImmutableArray<Finding> Findings)
{
    private const string AgeingRollUp = "ageing";

    /// <summary>By measure.</summary>
    public required IReadOnlyDictionary<string, Watched> Measures { get; init; }

    /// <summary>What becomes of a stored finding that this run did not produce.</summary>
    public required Func<KeptFinding, (Leaving Leaving, Trouble? Because)> Leave { get; init; }

    /// <summary>Null where the receivables are not known: what is stored stays.</summary>
    public ImmutableArray<AgeingBand>? Ageing { get; init; } = [];

    /// <summary>Whether months that nothing is found for any more are emptied; else they stay as history.</summary>
    public bool EmptiesScores { get; init; } = true;

    /// <summary>Who answers for a finding; null where nobody does.</summary>
    public required Func<Finding, Owner?> OwnerOf { get; init; }

    public LocalDate? WatchFrom { get; init; }

    /// <summary>Findings due before this day are produced only while they are open.</summary>
    public required LocalDate LookBack { get; init; }

    public static Judgement Of(AccountView view) => Of(view, view.Account.Id, [.. Evaluation.Judge(view)]) with
    {
        Ageing = AgeingOf(view),
    };

    /// <summary>An account that the register has no more: nothing is found in it, and what is stored goes, unless a source was not read.</summary>
    /// <param name="other">Any account of this run: what is asked of it is the same for all.</param>
    public static Judgement Departed(AccountId account, AccountView other) => Of(other, account, []) with
    {
        EmptiesScores = false,
        Leave = kept => other.Firm.Policy.Measures.FirstOrDefault(m => m.Id == kept.Measure) is not { } measure ? (Leaving.NoLongerApplies, null)
            : other.OfSources(measure) is { } unread ? (Leaving.Stays, unread)
            : (Leaving.Withdrawn, null),
    };

    /// <summary>What belongs to no account: the sources and, where the register was read, what the firm's own view has.</summary>
    public static Judgement OfFirm(Snapshot snapshot, Policy policy, LocalDate today, AccountView? view)
    {
        ImmutableArray<Finding> sources = [.. SourceRead.Judge(snapshot, policy, today)];
        var read = KeyValuePair.Create(SourceRead.Id, new Watched(SourceRead.AlertTerms, false, null));
        if (view is null)
            return new(AccountId.Firm, today, sources)
            {
                Measures = new Dictionary<string, Watched>([read]), Leave = kept => kept.Measure == SourceRead.Id ? (Leaving.NoLongerApplies, null) : (Leaving.Stays, new(Reasons.SourceRefused, "the register of accounts could not be used")), Ageing = null,
                OwnerOf = source => Ownership.OfSource(source.Subject, policy),
                LookBack = today.PlusMonths(-policy.LookBackMonths),
            };
        Judgement own = Of(view, AccountId.Firm, [.. sources, .. Evaluation.Judge(view)]);
        return own with
        {
            Measures = new Dictionary<string, Watched>(own.Measures.Append(read)),
            Ageing = AgeingOf(view),
            OwnerOf = finding => finding.Measure == SourceRead.Id ? Ownership.OfSource(finding.Subject, policy) : own.OwnerOf(finding),
        };
    }

    private static Judgement Of(AccountView view, AccountId account, ImmutableArray<Finding> findings)
    {
        Dictionary<string, Measure> measures = view.Firm.Policy.Measures.ToDictionary(m => m.Id);
        return new(account, view.Today, findings)
        {
            Measures = measures.Values.ToDictionary(m => m.Id, m => new Watched(m.AlertTerms, IsDated(m.Promise), view.OfSources(m))),
            Leave = kept => Departure.Decide(kept, measures.GetValueOrDefault(kept.Measure), view),
            OwnerOf = finding => Ownership.Of(view, finding.Case),
            WatchFrom = view.Firm.Policy.WatchFrom,
            LookBack = view.Today.PlusMonths(-view.Firm.Policy.LookBackMonths),
        };
    }

    private static bool IsDated(IPromise promise) => promise is Deadline or Cadence { Period: not null };

    private static ImmutableArray<AgeingBand>? AgeingOf(AccountView view)
    {
        Measure[] filling = [.. view.Firm.Policy.Measures.Where(m => m.RollUp == AgeingRollUp)];
        return filling.Length == 0 ? [] : view.OfSources(filling.SelectMany(m => m.Needs)) is null ? [.. Receivables.Of(view)] : null;
    }
}
