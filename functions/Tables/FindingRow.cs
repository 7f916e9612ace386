using Azure.Data.Tables;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;
using Plumbline.Domain.Measures;

namespace Plumbline.Functions.Tables;

/// <summary>A row of <c>findings</c>: one finding, as the latest run left it.</summary>
public static class FindingRow
{
    /// <param name="owner">Who answers for it; null where nobody does.</param>
    public static TableEntity Of(Finding finding, Severity severity, Owner? owner)
    {
        Money? amount = finding.Verdict is Verdict.AtRisk or Verdict.Breached ? finding.Basis.AtStake(finding) : null;
        TableEntity row = Columns.Row(Keys.Escape(finding.Account.Value), KeyOf(finding.Measure, finding.Subject, finding.Occasion));
        row["measure"] = Columns.Text(finding.Measure);
        row["account"] = Columns.Text(finding.Account.Value);
        row["subject"] = Columns.Text(finding.Subject);
        row["occasion"] = Columns.Text(finding.Occasion);
        row["label"] = Columns.Text(finding.Case.Label);
        row["verdict"] = finding.Verdict.Name();
        row["reason"] = Columns.Text(finding.Reason);
        row["due"] = Columns.Day(finding.Due);
        row["severity"] = SeverityNames.Of(severity);
        row["owner"] = Columns.Text(owner?.Id);
        row["message"] = Columns.Text(finding.Message);
        row["remedy"] = Columns.Text(finding.Remedy);
        row["evidence"] = Json.Of(finding);
        row["atstake"] = amount?.Minor ?? 0L;
        row["currency"] = amount?.Currency ?? "";
        row["policy"] = Columns.Text(finding.Ground.Policy);
        return row;
    }

    public static string KeyOf(string measure, string subject, string occasion) => Keys.Of(measure, subject, occasion);

    public static KeptFinding Read(TableEntity row) =>
        new(row.Text("measure"), row.Text("subject"), row.Text("occasion"), VerdictOf(row.Text("verdict")), row.DayOrNull("due")) { Policy = row.TextOrNull("policy") };

    /// <summary>The row of a finding that this run could not judge: its verdict is not known, its evidence and its owner are the last that there were.</summary>
    /// <param name="severity">Of its measure; null where this run does not know the measure, so that the last one stays.</param>
    public static TableEntity Unknown(TableEntity stored, Trouble trouble, Severity? severity)
    {
        TableEntity row = Columns.Copy(stored);
        row["verdict"] = Verdict.Unknown.Name();
        row["reason"] = trouble.Reason;
        row["message"] = Columns.Text($"{SubjectOf(stored)}: cannot be judged: {trouble.Detail.TrimEnd('.')}.");
        row["severity"] = severity is { } known ? SeverityNames.Of(known) : stored.Text("severity");
        // A row that was written before there were owners has none, and every row has every column.
        row["owner"] = stored.Text("owner");
        row["remedy"] = "";
        row["atstake"] = 0L;
        row["currency"] = "";
        return row;
    }

    /// <summary>What the stored message begins with: the subject, and its occasion as people write it.</summary>
    private static string SubjectOf(TableEntity stored)
    {
        (string label, string message) = (stored.Text("label"), stored.Text("message"));
        return message.StartsWith(label, StringComparison.Ordinal) && message.IndexOf(": ", label.Length, StringComparison.Ordinal) is >= 0 and var end ? message[..end] : label;
    }

    private static Verdict VerdictOf(string name)
    {
        for (int i = 0; i < Verdicts.Names.Count; i++)
            if (Verdicts.Names[i] == name)
                return (Verdict)i;
        throw new FormatException($"'{name}' is not a verdict");
    }
}
