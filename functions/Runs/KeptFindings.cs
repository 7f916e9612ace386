using Plumbline.Domain.Findings;

namespace Plumbline.Functions.Runs;

/// <summary>Which of a run's findings are kept: whatever has something to say, and of the rest the newest of each subject.</summary>
internal static class KeptFindings
{
    public static IEnumerable<Finding> Of(Judgement judged)
    {
        ILookup<bool, Finding> findings = judged.Findings.ToLookup(f => SaysNothing(f.Verdict));
        // Where an alert gathers every subject of an occasion (a timesheet a person and week), the quiet ones are too many to keep.
        var newest = findings[true].Where(f => judged.Measures[f.Measure].Terms.Per != AlertPer.Occasion)
            .GroupBy(f => (f.Measure, f.Subject)).Select(g => g.MaxBy(f => f.Occasion, StringComparer.Ordinal)).OfType<Finding>();
        // Two facts of one name are one finding to the tables, and the worse of them counts.
        return findings[false].Concat(newest).GroupBy(f => (f.Measure, f.Subject, f.Occasion)).Select(g => g.MaxBy(f => f.Verdict)).OfType<Finding>();
    }

    private static bool SaysNothing(Verdict verdict) => verdict is Verdict.Met or Verdict.NotDue or Verdict.NotApplicable;
}
