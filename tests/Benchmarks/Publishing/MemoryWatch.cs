namespace Plumbline.Benchmarks.Publishing;

/// <summary>Looks at live memory, collected for the purpose, all the while that alerts go out: slow, and so never beside a clock.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(2);

    private readonly Func<int> _sent;
    private readonly List<(int Sent, long Live)> _seen = [];
    private readonly ITimer _timer;

    /// <param name="sent">How many messages have gone out so far.</param>
    public MemoryWatch(Func<int> sent)
    {
        _sent = sent;
        _timer = TimeProvider.System.CreateTimer(_ => Look(), null, Often, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What was seen at about each tenth of the messages.</summary>
    public IReadOnlyList<(int Sent, long Live)> Tenths(int all)
    {
        lock (_seen)
        {
            return [.. Enumerable.Range(1, 10).Select(tenth => _seen.Where(s => s.Sent > 0).MinBy(s => Math.Abs(s.Sent - (long)all * tenth / 10))).Distinct()];
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var (sent, live) = (_sent(), GC.GetTotalMemory(forceFullCollection: true));
        lock (_seen)
        {
            _seen.Add((sent, live));
        }

        _timer.Change(Often, Timeout.InfiniteTimeSpan);
    }
}
