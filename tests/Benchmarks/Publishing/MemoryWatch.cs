namespace Plumbline.Benchmarks.Publishing;

/// <summary>How far live memory rises above where it stood when the first collection looked.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(500);

    private readonly ITimer _timer;
    private long _first;
    private long _most;

    public MemoryWatch() => _timer = TimeProvider.System.CreateTimer(_ => Look(), null, Often, Often);

    public long Grown => _most - _first;

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var live = GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes;
        _first = _first == 0 ? live : _first;
        _most = Math.Max(_most, live);
    }
}
