using System.Buffers;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace Plumbline.Functions.Results;

/// <summary>Rows as a CSV file with a header, sent page by page: memory does not grow with the table.</summary>
internal sealed class CsvRows(string name, IReadOnlyCollection<string> columns, RowPages pages) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using RowPages rows = pages;
        HttpResponse response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        // Without the mark Excel reads a file as text of the machine's own code page.
        response.BodyWriter.Write("\uFEFF"u8);
        CsvLine.Write(response.BodyWriter, columns);
        while (await rows.NextAsync() is { } page)
        {
            foreach (TableEntity row in page)
                CsvLine.Write(response.BodyWriter, Cells(row));
            await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
        }
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }

    private IEnumerable<object?> Cells(TableEntity row)
    {
        // A file cut short is better than one that lacks a column and does not say so.
        if (Late(row, columns) is { } late)
            throw new InvalidOperationException($"{name}: the column {late} appeared while the rows were sent");
        return columns.Select(c => row[c]);
    }

    /// <summary>A column of the row that is not among the header's; null where there is none.</summary>
    public static string? Late(TableEntity row, IReadOnlyCollection<string> columns) =>
        row.Keys.FirstOrDefault(c => StoredRow.IsOurs(c) && !columns.Contains(c));

    /// <summary>
    /// The columns of all the rows. The header comes before the rows, and a row written by an earlier version may lack what a later one has:
    /// hence the rows are read once for their columns and once more to be sent.
    /// </summary>
    public static async Task<IReadOnlyCollection<string>> ColumnsAsync(RowPages pages)
    {
        await using RowPages rows = pages;
        var columns = new SortedSet<string>(StoredRow.Order) { nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey) };
        while (await rows.NextAsync() is { } page)
            foreach (TableEntity row in page)
                columns.UnionWith(row.Keys.Where(StoredRow.IsOurs));
        return columns;
    }
}
