using System.Collections.Immutable;
using NodaTime;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Time;

namespace Plumbline.Domain.Measures;

/// <summary>Terms of a measure that are not its first: in force from a day on, for every account or for one.</summary>
/// <param name="By">The measure as it is by these terms.</param>
/// <param name="From">Null where they are in force however long ago.</param>
/// <param name="Because">Why an account has terms of its own; null for terms that are everybody's.</param>
public sealed record Terms(Measure By, LocalDate? From, string? Because);

/// <summary>
/// Judges by the terms in force: on its anchor for a Deadline, on the first day of its period for a Cadence by period, on the day judged
/// for all others. A finding keeps its terms, however they change later.
/// </summary>
internal static class TermsInForce
{
    /// <param name="changed">In order of the days from which they are in force.</param>
    public static IEnumerable<Finding> Judge(Measure first, ImmutableArray<Terms> changed, Case subject, AccountView view)
    {
        foreach (Terms? terms in changed.Prepend<Terms?>(null))
        {
            Measure by = terms?.By ?? first;
            foreach (Finding finding in by.Promise.Judge(by, subject, view))
                if (ReferenceEquals(On(DayOf(finding, by.Promise, view), changed), terms))
                    yield return terms is null ? finding : finding with { Terms = new(terms.From, terms.Because) };
        }
    }

    /// <summary>Null for the first terms. Without a day to go by, terms that have always been in force are.</summary>
    private static Terms? On(LocalDate? day, ImmutableArray<Terms> changed) => changed.LastOrDefault(t => t.From is not { } from || from <= day);

    private static LocalDate? DayOf(Finding finding, IPromise promise, AccountView view) => promise switch
    {
        Deadline => (finding.Basis as DeadlineBasis)?.Anchor,
        Cadence { Period: { } period } when finding.Due is { } last => CalendarPeriod.Containing(last, period, view.Firm.Policy.Clock.FinancialYearStart).First,
        _ => view.Today,
    };
}
