using Microsoft.AspNetCore.Http;

namespace Plumbline.Functions.Results;

/// <summary>The result tables over the web, for Power BI and Excel.</summary>
public sealed class TableResults(Rows rows)
{
    public async Task<IResult> ReadAsync(ResultRequest request, CancellationToken cancellationToken) =>
        request.Csv ? await CsvAsync(request, cancellationToken) : new JsonRows(await BeginAsync(request, cancellationToken));

    private async Task<CsvRows> CsvAsync(ResultRequest request, CancellationToken cancellationToken)
    {
        while (true)
        {
            var columns = await CsvRows.ColumnsAsync(await BeginAsync(request, cancellationToken));
            RowPages rows = await BeginAsync(request, cancellationToken);
            // A run may have begun to fill a table that was empty: as nothing is sent yet, the columns are read again.
            if (rows.First.All(row => CsvRows.Late(row, columns) is null))
                return new CsvRows(request.Table, columns, rows);
            await rows.DisposeAsync();
        }
    }

    private Task<RowPages> BeginAsync(ResultRequest request, CancellationToken cancellationToken) =>
        RowPages.BeginAsync(rows.ReadAsync(request.Table, request.Filter, cancellationToken), cancellationToken);
}
