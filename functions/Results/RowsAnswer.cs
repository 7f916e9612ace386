using System.Buffers;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Plumbline.Functions.Results;

/// <summary>
/// Rows as an answer. They are read before the answer begins, so that what fails is told, and the answer has a tag by which its reader asks
/// whether it is still the same. A long answer is sent while it is read, and has no tag: memory does not grow with the table.
/// </summary>
internal sealed class RowsAnswer : IResult, IAsyncDisposable
{
    private const int MostHeld = 8 << 20;
    private const int Piece = 64 << 10;
    private const string Continuation = "x-continuation";

    private readonly ArrayBufferWriter<byte> _written = new();
    private readonly IRowForm _form;
    private readonly string? _coding;
    private readonly string? _next;
    private readonly AnswerBody _body;
    private readonly IAsyncEnumerator<IReadOnlyList<TableEntity>> _pages;
    private bool _isWhole;

    private RowsAnswer(IRowForm form, string? coding, IAsyncEnumerator<IReadOnlyList<TableEntity>> pages, string? next) =>
        (_form, _coding, _pages, _next, _body) = (form, coding, pages, next, new(coding));

    /// <param name="coding">One of <see cref="ContentCoding"/>; null for none.</param>
    /// <param name="next">What continues behind these rows; null where nothing does.</param>
    public static async Task<RowsAnswer> ReadAsync(
        IRowForm form, string? coding, IAsyncEnumerable<IReadOnlyList<TableEntity>> pages, string? next,
        CancellationToken cancellationToken)
    {
        var answer = new RowsAnswer(form, coding, pages.GetAsyncEnumerator(cancellationToken), next);
        try
        {
            form.Begin(answer._written);
            await answer.ReadOnAsync(MostHeld);
            return answer;
        }
        catch
        {
            await answer.DisposeAsync();
            throw;
        }
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using RowsAnswer answer = this;
        HttpResponse response = httpContext.Response;
        ApiVersion.Set(response);
        response.Headers.Vary = $"{HeaderNames.Accept}, {HeaderNames.AcceptEncoding}";
        if (_next is not null)
            response.Headers[Continuation] = _next;
        if (_isWhole && IsKnown(httpContext))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        _form.SetHeaders(response);
        response.Headers.ContentEncoding = _coding;
        response.ContentLength = _isWhole ? _body.Length : null;
        for (; !_isWhole; await ReadOnAsync(Piece))
            await _body.SendAsync(response.Body, httpContext.RequestAborted);
        await _body.SendAsync(response.Body, httpContext.RequestAborted);
    }

    public ValueTask DisposeAsync()
    {
        _body.Dispose();
        return _pages.DisposeAsync();
    }

    /// <summary>Whether the caller has this very answer.</summary>
    private bool IsKnown(HttpContext http)
    {
        EntityTagHeaderValue tag = _body.Tag(_next);
        http.Response.GetTypedHeaders().ETag = tag;
        return http.Request.GetTypedHeaders().IfNoneMatch
            .Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
    }

    /// <summary>Reads until so many bytes are held, or the last row is.</summary>
    private async Task ReadOnAsync(int most)
    {
        while (_body.Length < most && !_isWhole)
        {
            _isWhole = !await _pages.MoveNextAsync();
            foreach (TableEntity row in _isWhole ? [] : _pages.Current)
            {
                _form.Write(row, _written);
                Take();
            }
        }
        if (!_isWhole)
            return;
        _form.End(_next, _written);
        Take();
        _body.Complete();
    }

    private void Take()
    {
        _body.Write(_written.WrittenSpan);
        _written.ResetWrittenCount();
    }
}
