using System.Runtime.CompilerServices;

namespace Azure.Data.Tables;

/// <summary>A page, and the token of the next: none after the last.</summary>
internal delegate Task<Page<T>> ReadPage<T>(string? token, int? size, CancellationToken cancellationToken);

/// <summary>Pages until the service says there are no more: a page may be short, or empty, and not be the last.</summary>
internal sealed class Pages<T>(ReadPage<T> read, int? size, CancellationToken cancellationToken) : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    private const int Largest = 1_000;

    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        Read(continuationToken, pageSizeHint ?? size, CancellationToken);

    private async IAsyncEnumerable<Page<T>> Read(string? token, int? rows, [EnumeratorCancellation] CancellationToken stop)
    {
        if (rows > Largest)
        {
            throw TableFault.PageTooLarge(rows.Value);
        }

        do
        {
            Page<T> page = await read(token, rows, stop);
            yield return page;
            token = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(token));
    }
}
