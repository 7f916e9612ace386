namespace Plumbline.Local.Bus;

/// <summary>The message ids that an entity accepted within its window.</summary>
internal sealed class DuplicateHistory(TimeSpan window)
{
    private readonly Dictionary<string, DateTimeOffset> accepted = [];
    private readonly Queue<(string Id, DateTimeOffset At)> order = new();

    /// <summary>The oldest first.</summary>
    public IEnumerable<KeyValuePair<string, DateTimeOffset>> InOrder() => accepted.OrderBy(i => i.Value);

    public bool Has(string id, DateTimeOffset now) => accepted.TryGetValue(id, out DateTimeOffset at) && now - at < window;

    public void Add(string id, DateTimeOffset at)
    {
        if (accepted.TryGetValue(id, out DateTimeOffset known) && known >= at)
        {
            return;
        }

        accepted[id] = at;
        order.Enqueue((id, at));
    }

    /// <summary>Drops the ids whose window has passed.</summary>
    public void Forget(DateTimeOffset now)
    {
        while (order.TryPeek(out (string Id, DateTimeOffset At) oldest) && now - oldest.At >= window)
        {
            order.Dequeue();
            if (accepted.TryGetValue(oldest.Id, out DateTimeOffset at) && at == oldest.At)
            {
                accepted.Remove(oldest.Id);
            }
        }
    }
}
