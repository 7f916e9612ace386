using System.Buffers;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace Plumbline.Functions.Results;

/// <summary>Rows as a CSV file with a header.</summary>
internal sealed class CsvRows(ResultTable table) : IRowForm
{
    public void SetHeaders(HttpResponse response)
    {
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.Headers.ContentDisposition = $"attachment; filename=\"{table.Name}.csv\"";
    }

    public void Begin(IBufferWriter<byte> output)
    {
        // Without the mark Excel reads a file as text of the machine's own code page.
        output.Write("\uFEFF"u8);
        CsvLine.Write(output, table.Columns.Select(c => c.Name));
    }

    public void Write(TableEntity row, IBufferWriter<byte> output) => CsvLine.Write(output, table.Columns.Select(c => c.Value(row)));

    public void End(string? next, IBufferWriter<byte> output)
    {
        // A file has no place for it: the header of the answer says it.
    }
}
