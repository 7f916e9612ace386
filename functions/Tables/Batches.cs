using Azure.Data.Tables;

namespace Plumbline.Functions.Tables;

/// <summary>Cuts writes into transactions: the service takes 100 rows and 4 MiB at once.</summary>
internal static class Batches
{
    private const int MostRows = 100;

    // Of the 4 MiB some are left for what frames the rows.
    private const int MostBytes = 3_500_000;

    private const int BytesOfARow = 1_000;

    private const int BytesOfAColumn = 60;

    // A character that JSON escapes takes six.
    private const int BytesOfACharacter = 6;

    public static IEnumerable<IReadOnlyList<WriteUnit>> Of(IEnumerable<WriteUnit> units)
    {
        List<WriteUnit> batch = [];
        int rows = 0, bytes = 0;
        foreach (WriteUnit unit in units)
        {
            int more = unit.Actions.Sum(BytesOf);
            if (batch.Count > 0 && (rows + unit.Actions.Length > MostRows || bytes + more > MostBytes))
            {
                yield return batch;
                (batch, rows, bytes) = ([], 0, 0);
            }
            batch.Add(unit);
            (rows, bytes) = (rows + unit.Actions.Length, bytes + more);
        }
        if (batch.Count > 0)
            yield return batch;
    }

    private static int BytesOf(TableTransactionAction action) => action.Entity is TableEntity row
        ? BytesOfARow + row.Keys.Sum(k => BytesOfAColumn + (row[k] is string text ? BytesOfACharacter * text.Length : 0))
        : BytesOfARow;
}
