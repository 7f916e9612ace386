using Azure;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace Plumbline.Functions.Results;

/// <summary>The result tables over the web, for Power BI and Excel.</summary>
public sealed class TableResults(Rows rows)
{
    // Where the service gives empty pages again and again, a page is short rather than late.
    private const int MostAsked = 20;

    public async Task<IResult> ReadAsync(ResultRequest request, CancellationToken cancellationToken)
    {
        IRowForm form = request.Csv ? new CsvRows(request.Table) : new JsonRows(request.Table, request.Top is not null);
        if (request.Top is not { } top)
        {
            var all = rows.ReadAsync(request.Table.Name, request.Filter, cancellationToken);
            return await RowsAnswer.ReadAsync(form, request.Coding, all, null, cancellationToken);
        }
        (IReadOnlyList<TableEntity> page, string? end) = await PageAsync(request, top, cancellationToken);
        string? next = end is null ? null : Continuation.Write(end, request.Table.Name, request.Filter);
        return await RowsAnswer.ReadAsync(form, request.Coding, new[] { page }.ToAsyncEnumerable(), next, cancellationToken);
    }

    private async Task<(IReadOnlyList<TableEntity> Rows, string? End)> PageAsync(
        ResultRequest request, int top, CancellationToken cancellationToken)
    {
        List<TableEntity> page = [];
        string? end = request.Position;
        for (int asked = 0; asked < MostAsked && page.Count < top && (asked == 0 || end is not null); asked++)
        {
            Page<TableEntity>? part = await rows.PageAsync(request.Table.Name, request.Filter, end, top - page.Count, cancellationToken);
            page.AddRange(part?.Values ?? []);
            end = part?.ContinuationToken;
        }
        return (page, end);
    }
}
