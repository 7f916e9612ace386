using Azure.Data.Tables;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Functions.Tables;

/// <summary>A row of <c>measures</c>: a promise that is or was watched.</summary>
public static class MeasureRow
{
    public const string Partition = "all";

    public static TableEntity Of(Measure measure) => Of(measure.AlertTerms, measure.Promise.Name(), measure.ForEach.Name, measure.Source);

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
}
