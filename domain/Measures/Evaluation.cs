using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Findings;

namespace Plumbline.Domain.Measures;

/// <summary>Judges an account by every measure. The same snapshot in, the same findings out.</summary>
public static class Evaluation
{
    public static IEnumerable<Finding> Judge(AccountView view) =>
        view.Firm.Measures.SelectMany(measure => Judge(view, measure));

    private static bool Concerns(Measure measure, AccountView view) => (!view.IsOfFirm || measure.ForEach.IsOfFirmToo) && !AccountEnd.IsOver(measure, view);

    public static IEnumerable<Finding> Judge(AccountView view, Measure measure) =>
        view.Firm.Policy.IsCause(measure) ? view.KeepingOpen(measure, Afresh(view, measure)) : Afresh(view, measure);

    /// <summary>The same, whatever of it is kept.</summary>
    internal static IEnumerable<Finding> Afresh(AccountView view, Measure measure)
    {
        if (!Concerns(measure, view) || PromisedFrom.IsAhead(measure, view))
            yield break;
        // Where the population itself is not known, one finding says so, in place of silence about every subject.
        if (view.OfPopulation(measure) is { } trouble)
        {
            var account = new Case("account", view.Account.Id.Value) { Name = view.Account.Name };
            yield return view.Unknown(measure, account, "", NothingCompared.Instance, null, trouble);
            yield break;
        }
        LocalDate lookBack = view.Today.PlusMonths(-view.Firm.Policy.LookBackMonths);
        var lost = LostMembers.Of(view, measure);
        Trouble? lacking = view.OfColumns(measure);
        foreach (Case subject in PromisedFrom.Subjects(measure, view).Where(c => !AccountEnd.IsOver(measure, c, view)))
            foreach (Finding judged in Findings(view, measure, subject))
                if (RefusedByColumn(lacking, lost.InDoubt(judged)) is var finding && (finding.Verdict.IsOpen() || finding.Due is not { } due || due >= lookBack))
                    yield return OfDoubted(subject, finding) ?? (Causation.Of(finding, measure, view) is { } cause ? finding with { Cause = cause } : finding);
        foreach (Finding hidden in lost.Hidden())
            yield return hidden;
    }

    /// <summary>A row that could not be used hides what was done; the days that it is for, where it gives them, still say whether the time has come.</summary>
    private static IEnumerable<Finding> Findings(AccountView view, Measure measure, Case subject) => subject is { Refused: { } refused, Days: null }
        ? [view.Unknown(measure, subject, OccasionOf(measure, subject, view), NothingCompared.Instance, null, new(Reasons.RowsQuarantined, refused.Message))]
        : Overriding(view, measure) is { IsEmpty: false } changed ? TermsInForce.Judge(measure, changed, subject, view)
        : measure.Promise.Judge(measure, subject, view);

    /// <summary>What its population gives, else its anchor, as far as the row that was lost says it.</summary>
    private static string OccasionOf(Measure measure, Case subject, AccountView view) =>
        subject.Occasion ?? (measure.Promise as Deadline)?.Anchor.Of(view, subject)?.Iso() ?? "";

    /// <summary>Whatever it would be, it may be no finding of the measure at all; null where the subject is in no doubt. What is closed and old is left out either way.</summary>
    private static Finding? OfDoubted(Case subject, Finding finding) => subject.Doubt is not { } doubt ? null
        : finding.Verdict == Verdict.Unknown ? finding : finding with { Verdict = Verdict.Unknown, Reason = doubt.Reason, Detail = doubt.Detail };

    private static ImmutableArray<Terms> Overriding(AccountView view, Measure measure) =>
        measure.Overrides.Count > 0 && measure.Overrides.TryGetValue(view.Account.Id, out ImmutableArray<Terms> own) ? own : measure.Changed;

    /// <summary>
    /// A missing column refuses its file for the measures that read the column (law 7), whatever the other columns show. Activities are
    /// left to the Cadence: a calendar may hold the evidence that the file lacks.
    /// </summary>
    private static Finding RefusedByColumn(Trouble? lacking, Finding finding) =>
        lacking is not null && finding.Verdict is (Verdict.Met or Verdict.MetLate or Verdict.NotApplicable)
            ? finding with { Verdict = Verdict.Unknown, Reason = lacking.Reason, Detail = lacking.Detail }
            : finding;

    /// <summary>Only a file that is missing or refused (for having shrunk, too) hides who is meant; one that is stale still says who there is.</summary>
    private static Trouble? OfPopulation(this AccountView view, Measure measure) =>
        view.OfSources(measure.PopulationNeeds) is { Reason: Reasons.SourceMissing or Reasons.SourceRefused or Reasons.SourceShrunk or Reasons.SourceEmpty } trouble ? trouble : null;

    internal static Finding Unknown(this AccountView view, Measure measure, Case subject, string occasion, IBasis basis, LocalDate? due, Trouble trouble) =>
        view.Finding(measure, subject, occasion, Verdict.Unknown, basis, due) with { Reason = trouble.Reason, Detail = trouble.Detail, ToJudge = trouble.Remedy };

    internal static Finding Finding(this AccountView view, Measure measure, Case subject, string occasion, Verdict verdict, IBasis basis, LocalDate? due) =>
        new(measure.Id, view.Account.Id, subject, occasion, verdict, basis, view.GroundOf(measure)) { Due = due };
}
