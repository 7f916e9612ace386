using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>A finding that an earlier run left, as the tables keep it.</summary>
public sealed record KeptFinding(string Measure, string Subject, string Occasion, Verdict Verdict, LocalDate? Due)
{
    /// <summary>The hash of the policy that it was judged by; null where the tables do not say.</summary>
    public string? Policy { get; init; }

    /// <summary>
    /// Whether it is wrong no more because the policy changed. Judging again by the old policy would tell for certain, but that is gone;
    /// what tells is that another policy judges, and that what is due moved: it is not due any more, or done by another day than it was due
    /// on, or has no day to be due on. What was done in time for the same day closed by itself.
    /// </summary>
    public bool IsClosedByTerms(Finding now) => Verdict is Verdict.AtRisk or Verdict.Breached && Policy is not null && Policy != now.Ground.Policy
        && (now.Verdict == Verdict.NotDue || (now.Verdict == Verdict.Met && (now.Due is null || now.Due != Due)));
}

/// <summary>What becomes of a kept finding that this run did not produce.</summary>
public enum Leaving { Stays, Forgotten, Withdrawn, NoLongerApplies }

/// <summary>Decides why a finding is no longer produced; the first rule that fits.</summary>
public static class Departure
{
    /// <param name="measure">Its measure; null where the policy has it no more.</param>
    /// <returns>With the trouble that keeps it, where it stays.</returns>
    public static (Leaving Leaving, Trouble? Because) Decide(KeptFinding kept, Measure? measure, AccountView view)
    {
        if (measure is null)
            return (Leaving.NoLongerApplies, null);
        // What a source did not say in full cannot have gone away.
        if (view.OfSources(measure) is { } unread)
            return (Leaving.Stays, unread);
        if ((RowNaming(kept, measure, view) ?? view.MayHide(kept, measure)) is { } fault)
            return (Leaving.Stays, new(Reasons.RowsQuarantined, fault.Message));
        if (view.Unplaced(measure.PopulationNeeds) is { } unplaced)
            return (Leaving.Stays, unplaced);
        if (kept.Due is { } due && due < view.Today.PlusMonths(-view.Firm.Policy.LookBackMonths) && IsClosed(kept, measure, view))
            return (Leaving.Forgotten, null);
        return (KeyIsThere(kept.Subject, measure.ForEach.KeysFrom, view) ? Leaving.NoLongerApplies : Leaving.Withdrawn, null);
    }

    /// <summary>It was closed, or is now: of what is still there, only what is closed is not produced.</summary>
    private static bool IsClosed(KeptFinding kept, Measure measure, AccountView view) => !kept.Verdict.IsOpen()
        || measure.ForEach.Of(view).Any(c => c.Subject == kept.Subject && (c.Occasion is not { } occasion || occasion == kept.Occasion));

    /// <summary>A lost row keeps its finding even where it does not say whose it is.</summary>
    private static Fault? RowNaming(KeptFinding kept, Measure measure, AccountView view) =>
        view.Firm.FaultsOf(measure.ForEach.KeysFrom, kept.Subject).Where(f => f.RowLost).MinBy(f => f.Line);

    private static bool KeyIsThere(string subject, string source, AccountView view) => source switch
    {
        // The account is there; what it is about may be a part of it.
        Sources.Accounts => view.Firm.Snapshot.Register.Accounts.Any(a => a.Id == view.Account.Id),
        Sources.People => view.Firm.Person(new(subject)) is not null,
        _ => view.Firm.Reading(source).Ids is { } ids && (ids.Contains(subject) || ids.Contains(subject[(subject.IndexOf('/') + 1)..])),
    };
}
