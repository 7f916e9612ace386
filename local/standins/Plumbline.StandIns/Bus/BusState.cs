namespace Plumbline.StandIns.Bus;

/// <summary>The entities and their messages: what a journal's entries add up to.</summary>
internal sealed class BusState(IReadOnlyList<Entity> entities)
{
    private readonly Dictionary<string, Entity> _entities = entities.ToDictionary(e => e.Name, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Mailbox> _mailboxes = entities.SelectMany(e => e.Routes)
        .SelectMany(r => new[] { r.Mailbox, r.Mailbox.Dead }).OfType<Mailbox>().ToDictionary(m => m.Path, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<Mailbox> Mailboxes => _mailboxes.Values;

    public long Bytes => _mailboxes.Values.Sum(m => m.Bytes);

    public Entity Entity(string name) => _entities.GetValueOrDefault(name) ?? throw BusFault.NotFound(name);

    public Mailbox Mailbox(string path) => _mailboxes.GetValueOrDefault(path) ?? throw BusFault.NotFound(path);

    public bool Knows(string path) => _mailboxes.ContainsKey(path);

    // An entity that is no longer declared is gone with its messages, as in the cloud.
    public void Apply(BusEntry entry, DateTimeOffset now)
    {
        switch (entry)
        {
            case Posted posted: Post(posted, now); break;
            case Delivered delivered: Each(delivered.Path, delivered.Sequences, (_, m) => m.Deliveries++); break;
            case Settled settled: Each(settled.Path, settled.Sequences, (box, m) => box.Remove(m)); break;
            case Buried buried: Each(buried.Path, [buried.Sequence], (box, m) => Bury(box, m, buried, now)); break;
            case Cancelled cancelled: Cancel(cancelled); break;
            case Remembered remembered: Remember(remembered); break;
            default: throw new InvalidOperationException($"{entry} has no meaning.");
        }
    }

    /// <summary>Entries that add up to this state.</summary>
    public IEnumerable<BusEntry> Summary() => [
        .. _entities.Values.Select(e => new Remembered(e.Name, e.LastSequence, e.History?.Accepted.ToDictionary() ?? [])),
        .. _mailboxes.Values.SelectMany(box => box.Messages.Select(m =>
            new Posted("", m.Sequence, m.Accepted, m.Letter, [box.Path], m.Deliveries, m.Reason, m.Description)))];

    private void Post(Posted posted, DateTimeOffset now)
    {
        if (_entities.TryGetValue(posted.Entity, out var entity))
        {
            entity.LastSequence = Math.Max(entity.LastSequence, posted.Sequence);
            if (posted.Letter.MessageId is { } id) entity.History?.Add(id, posted.At);
        }
        foreach (var box in posted.To.Where(Knows).Select(Mailbox))
            box.Add(new(posted.Letter, posted.Sequence, posted.At, box.Rules.TimeToLive) { Deliveries = posted.Deliveries, Reason = posted.Reason, Description = posted.Description }, now);
    }

    private static void Bury(Mailbox box, Held message, Buried buried, DateTimeOffset now)
    {
        box.Remove(message);
        box.Dead?.Add(new(message.Letter, message.Sequence, message.Accepted, TimeSpan.MaxValue) { Deliveries = message.Deliveries, Reason = buried.Reason, Description = buried.Description }, now);
    }

    private void Cancel(Cancelled cancelled)
    {
        foreach (var route in _entities.GetValueOrDefault(cancelled.Entity)?.Routes ?? []) Each(route.Mailbox.Path, [cancelled.Sequence], (box, m) => box.Remove(m));
    }

    private void Remember(Remembered remembered)
    {
        if (!_entities.TryGetValue(remembered.Entity, out var entity)) return;
        entity.LastSequence = Math.Max(entity.LastSequence, remembered.LastSequence);
        foreach (var (id, at) in remembered.Ids.OrderBy(i => i.Value)) entity.History?.Add(id, at);
    }

    private void Each(string path, long[] sequences, Action<Mailbox, Held> act)
    {
        if (!_mailboxes.TryGetValue(path, out var box)) return;
        foreach (var message in sequences.Select(box.Find).OfType<Held>()) act(box, message);
    }
}
