namespace Plumbline.StandIns.Bus;

/// <summary>The ids that an entity accepted within its window.</summary>
internal sealed class DuplicateHistory(TimeSpan window)
{
    private readonly Dictionary<string, DateTimeOffset> _accepted = [];
    private readonly Queue<(string Id, DateTimeOffset At)> _order = new();

    public IReadOnlyDictionary<string, DateTimeOffset> Accepted => _accepted;

    public bool Has(string id, DateTimeOffset now) => _accepted.TryGetValue(id, out var at) && now - at < window;

    public void Add(string id, DateTimeOffset at)
    {
        if (_accepted.TryGetValue(id, out var known) && known >= at) return;
        _accepted[id] = at;
        _order.Enqueue((id, at));
    }

    public void Forget(DateTimeOffset now)
    {
        while (_order.TryPeek(out var oldest) && now - oldest.At >= window)
        {
            _order.Dequeue();
            if (_accepted.TryGetValue(oldest.Id, out var at) && at == oldest.At) _accepted.Remove(oldest.Id);
        }
    }
}
