using System.Buffers;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;

namespace Plumbline.Functions.Results;

/// <summary>How the rows of a table are written: as JSON or as CSV.</summary>
internal interface IRowForm
{
    void SetHeaders(HttpResponse response);

    void Begin(IBufferWriter<byte> output);

    void Write(TableEntity row, IBufferWriter<byte> output);

    /// <param name="next">What continues behind these rows; null at the end of the table, and in an answer without pages.</param>
    void End(string? next, IBufferWriter<byte> output);
}
