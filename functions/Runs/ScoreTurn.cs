using Azure.Data.Tables;
using Plumbline.Domain.Findings;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Runs;

/// <summary>Decides which months of an account's scores are written: those that this run can count whole.</summary>
internal static class ScoreTurn
{
    public static IEnumerable<TableTransactionAction> Of(Judgement judged, IReadOnlyDictionary<string, TableEntity> stored)
    {
        TableEntity[] wanted = [.. Score.Of(judged.Findings, judged.Today).Where(s => Counts(s, judged)).Select(s => ScoreRow.Of(judged.Account, s))];
        HashSet<string> counted = [.. wanted.Select(r => r.RowKey)];
        var emptied = stored.Values.Where(r => !counted.Contains(r.RowKey) && IsEmptied(ScoreRow.Read(r), judged));
        return Changes.Puts(wanted, stored).Concat(Changes.Deletes(emptied));
    }

    /// <summary>A month that is over keeps its score while a source of it is not there to count by, and once the look-back has reached into it.</summary>
    private static bool Counts(Score score, Judgement judged) =>
        !IsOver(score, judged) || (judged.Measures[score.Measure].Unread is null && IsWhole(score, judged));

    /// <summary>A stored month of which nothing is left to count; of a standing condition only the days that were judged know what it was.</summary>
    private static bool IsEmptied(Score score, Judgement judged) =>
        judged.EmptiesScores && judged.Measures.TryGetValue(score.Measure, out Watched? watched) && watched.Unread is null
        && (!IsOver(score, judged) || (watched.IsDated && IsWhole(score, judged)));

    private static bool IsOver(Score score, Judgement judged) => score.Month.ToDateInterval().End < judged.Today;

    private static bool IsWhole(Score score, Judgement judged) => score.Month.OnDayOfMonth(1) >= judged.LookBack;
}
