namespace Plumbline.Local.Bus;

/// <summary>The entities and their messages: the sum of a journal's entries.</summary>
internal sealed class BrokerState(IReadOnlyList<Entity> entities)
{
    // Ids in one line of a rewritten journal.
    private const int IdsPerEntry = 1_000;

    private readonly Dictionary<string, Entity> entities = entities.ToDictionary(e => e.Name, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Mailbox> mailboxes = entities.SelectMany(e => e.Routes)
        .SelectMany(r => new[] { r.Mailbox, r.Mailbox.DeadLetters }).OfType<Mailbox>()
        .ToDictionary(m => m.Path, StringComparer.OrdinalIgnoreCase);

    public IReadOnlyCollection<Mailbox> Mailboxes => mailboxes.Values;

    public long Bytes => mailboxes.Values.Sum(m => m.Bytes);

    /// <summary>Mailboxes that changed since the last look; the broker empties it.</summary>
    public HashSet<Mailbox> Changed { get; } = [];

    public bool HasEntity(string name) => entities.ContainsKey(name);

    public Entity Entity(string name) => entities.GetValueOrDefault(name) ?? throw BusException.NotFound(name);

    public bool HasMailbox(string path) => mailboxes.ContainsKey(path);

    public Mailbox Mailbox(string path) => mailboxes.GetValueOrDefault(path) ?? throw BusException.NotFound(path);

    /// <summary>Entries about an entity that is no longer declared are passed over: its messages are gone with it.</summary>
    public void Apply(JournalEntry entry, DateTimeOffset now)
    {
        switch (entry)
        {
            case Posted posted: Post(posted, now); break;
            case Delivered delivered: ForEach(delivered.Path, delivered.Sequences, (_, m) => m.Deliveries++); break;
            case GivenBack back: ForEach(back.Path, back.Sequences, (_, m) => m.Deliveries = Math.Max(0, m.Deliveries - 1)); break;
            case Deferred deferred: ForEach(deferred.Path, [deferred.Sequence], Defer); break;
            case Removed removed: ForEach(removed.Path, removed.Sequences, (box, m) => box.Remove(m)); break;
            case DeadLettered dead: ForEach(dead.Path, [dead.Sequence], (box, m) => DeadLetter(box, m, dead, now)); break;
            case Cancelled cancelled: Cancel(cancelled); break;
            case Remembered remembered: Remember(remembered); break;
            default: throw new InvalidOperationException($"{entry} has no meaning.");
        }
    }

    /// <summary>Entries that add up to this state.</summary>
    public IEnumerable<JournalEntry> Summary()
    {
        foreach (Entity entity in entities.Values)
        {
            yield return new Remembered(entity.Name, entity.LastSequence, []);
            foreach (KeyValuePair<string, DateTimeOffset>[] ids in entity.History?.InOrder().Chunk(IdsPerEntry) ?? [])
            {
                yield return new Remembered(entity.Name, entity.LastSequence, new(ids));
            }
        }

        foreach (Mailbox box in mailboxes.Values)
        {
            foreach (StoredMessage message in box.Messages)
            {
                yield return new Posted("", message.Sequence, message.Accepted, message.Content, [box.Path])
                {
                    Deliveries = message.Deliveries,
                    Reason = message.DeadLetterReason,
                    Description = message.DeadLetterDescription,
                    IsDeferred = message.State == MessageState.Deferred,
                };
            }
        }
    }

    private void Post(Posted posted, DateTimeOffset now)
    {
        if (entities.TryGetValue(posted.Entity, out Entity? entity))
        {
            entity.LastSequence = Math.Max(entity.LastSequence, posted.Sequence);
            if (posted.Content.MessageId is { } id)
            {
                entity.History?.Add(id, posted.At);
            }
        }

        foreach (Mailbox box in posted.To.Where(HasMailbox).Select(Mailbox))
        {
            Add(box, new(posted.Content, posted.Sequence, posted.At, box.Rules.TimeToLive)
            {
                Deliveries = posted.Deliveries,
                DeadLetterReason = posted.Reason,
                DeadLetterDescription = posted.Description,
                State = posted.IsDeferred ? MessageState.Deferred : MessageState.Active,
            }, now);
        }
    }

    private void DeadLetter(Mailbox box, StoredMessage message, DeadLettered dead, DateTimeOffset now)
    {
        box.Remove(message);
        if (box.DeadLetters is { } deadLetters)
        {
            Add(deadLetters, new(message.Content, message.Sequence, message.Accepted, TimeSpan.MaxValue)
            {
                Deliveries = message.Deliveries,
                DeadLetterReason = dead.Reason,
                DeadLetterDescription = dead.Description,
            }, now);
        }
    }

    private static void Defer(Mailbox box, StoredMessage message)
    {
        message.State = MessageState.Deferred;
        if (message.LockToken is not null)
        {
            box.Unlock(message);
        }

        box.Sessions.Forget(message);
    }

    private void Cancel(Cancelled cancelled)
    {
        foreach (Route route in entities.GetValueOrDefault(cancelled.Entity)?.Routes ?? [])
        {
            ForEach(route.Mailbox.Path, [cancelled.Sequence], (box, m) => box.Remove(m));
        }
    }

    private void Remember(Remembered remembered)
    {
        if (!entities.TryGetValue(remembered.Entity, out Entity? entity))
        {
            return;
        }

        entity.LastSequence = Math.Max(entity.LastSequence, remembered.LastSequence);
        foreach ((string id, DateTimeOffset at) in remembered.Ids.OrderBy(i => i.Value))
        {
            entity.History?.Add(id, at);
        }
    }

    private void Add(Mailbox box, StoredMessage message, DateTimeOffset now)
    {
        box.Add(message, now);
        Changed.Add(box);
    }

    private void ForEach(string path, long[] sequences, Action<Mailbox, StoredMessage> act)
    {
        if (!mailboxes.TryGetValue(path, out Mailbox? box))
        {
            return;
        }

        foreach (StoredMessage message in sequences.Select(box.Find).OfType<StoredMessage>())
        {
            act(box, message);
        }
    }
}
