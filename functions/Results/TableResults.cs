using Microsoft.AspNetCore.Http;

namespace Plumbline.Functions.Results;

/// <summary>The result tables over the web, for Power BI and Excel.</summary>
public sealed class TableResults(Rows rows)
{
    public async Task<IResult> ReadAsync(ResultRequest request, CancellationToken cancellationToken)
    {
        if (!request.Csv)
            return new JsonRows(await BeginAsync(request, cancellationToken));
        var columns = await CsvRows.ColumnsAsync(await BeginAsync(request, cancellationToken));
        return new CsvRows(request.Table, columns, await BeginAsync(request, cancellationToken));
    }

    private Task<RowPages> BeginAsync(ResultRequest request, CancellationToken cancellationToken) =>
        RowPages.BeginAsync(rows.ReadAsync(request.Table, request.Filter, cancellationToken), cancellationToken);
}
