using Azure.Data.Tables;

namespace Plumbline.Functions.Results;

/// <summary>Rows page by page, the first already asked for: what fails at once fails before an answer has begun.</summary>
internal sealed class RowPages : IAsyncDisposable
{
    private readonly IAsyncEnumerator<IReadOnlyList<TableEntity>> _pages;
    private bool _first = true;
    private bool _any;

    private RowPages(IAsyncEnumerator<IReadOnlyList<TableEntity>> pages) => _pages = pages;

    public static async Task<RowPages> BeginAsync(IAsyncEnumerable<IReadOnlyList<TableEntity>> pages, CancellationToken cancellationToken)
    {
        var rows = new RowPages(pages.GetAsyncEnumerator(cancellationToken));
        rows._any = await rows._pages.MoveNextAsync();
        return rows;
    }

    /// <summary>The first page, until the next is asked for.</summary>
    public IReadOnlyList<TableEntity> First => _any ? _pages.Current : [];

    /// <summary>The next page; null after the last.</summary>
    public async Task<IReadOnlyList<TableEntity>?> NextAsync()
    {
        bool any = _first ? _any : await _pages.MoveNextAsync();
        _first = false;
        return any ? _pages.Current : null;
    }

    public ValueTask DisposeAsync() => _pages.DisposeAsync();
}
