using Azure.Data.Tables;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Functions.Tables;

/// <summary>A row of <c>measures</c>: a promise that is or was watched.</summary>
public static class MeasureRow
{
    public const string Partition = "all";

    public static TableEntity Of(Measure measure) => Of(measure.AlertTerms, PromiseOf(measure.Promise), measure.ForEach.Name, measure.Source);

    /// <summary>A measure that no policy states.</summary>
    public static TableEntity Of(AlertTerms terms) => Of(terms, "", "", null);

    private static TableEntity Of(AlertTerms terms, string promise, string forEach, string? source)
    {
        TableEntity row = Columns.Row(Partition, Keys.Escape(terms.Measure));
        row["measure"] = Columns.Text(terms.Measure);
        row["title"] = Columns.Text(terms.Title);
        row["severity"] = SeverityNames.Of(terms.Severity);
        row["promise"] = promise;
        row["foreach"] = forEach;
        row["source"] = Columns.Text(source);
        return row;
    }

    /// <summary>Which of the five promises it is.</summary>
    public static string PromiseOf(IPromise promise) => promise switch
    {
        Deadline => "deadline",
        Cadence => "cadence",
        Threshold => "threshold",
        Coverage or DayCoverage or DocumentCoverage => "coverage",
        Agreement => "agreement",
        _ => throw new ArgumentException($"{promise.GetType().Name} is not one of the five promises", nameof(promise)),
    };
}
