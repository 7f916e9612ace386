using Azure.Data.Tables;
using NodaTime.Text;
using Plumbline.Domain.Facts;
using Plumbline.Domain.Findings;

namespace Plumbline.Functions.Tables;

/// <summary>A row of <c>scores</c>: the verdicts of a measure, account and month, counted.</summary>
public static class ScoreRow
{
    public static TableEntity Of(AccountId account, Score score)
    {
        TableEntity row = Columns.Row(Keys.Escape(account.Value), Keys.Of(Columns.Month(score.Month), score.Measure));
        row["account"] = Columns.Text(account.Value);
        row["measure"] = Columns.Text(score.Measure);
        row["month"] = Columns.Month(score.Month);
        row.Put(score.Counts);
        row.Put(score.AtStake);
        return row;
    }

    public static Score Read(TableEntity row) => new(
        row.Text("measure"), YearMonthPattern.Iso.Parse(row.Text("month")).GetValueOrThrow(), VerdictCounts.Read(row), Json.Amounts(row.Text("amounts")));
}
