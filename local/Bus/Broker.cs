namespace Plumbline.Local.Bus;

/// <summary>One namespace. Every call is one step under a lock, and is written to the journal before it returns.</summary>
internal sealed partial class Broker : IDisposable
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock;
    private readonly BrokerState state;
    private readonly Journal? journal;
    private readonly Alarm alarm;
    private bool ended;

    public Broker(IReadOnlyList<Entity> entities, Journal? journal, TimeProvider clock)
    {
        (this.clock, this.journal) = (clock, journal);
        state = new(entities);
        alarm = new(clock, Ring);
        if (journal is not null)
        {
            journal.Read(entry => state.Apply(entry, Now));
            journal.TryRewrite(state.Summary());
            foreach (Mailbox box in state.Mailboxes)
            {
                DeadLetterSpent(box, [.. box.Messages]);
            }
        }

        alarm.Set(NextEvent());
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Throws where nothing can be sent to an entity of this name.</summary>
    public void RequireEntity(string name) => state.Entity(name);

    /// <summary>Throws where nothing can be received under this path.</summary>
    public MailboxRules RulesAt(string path) => state.Mailbox(path).Rules;

    public bool Has(string path) => state.HasEntity(path) || state.HasMailbox(path);

    public long[] Send(string entity, IReadOnlyList<NewMessage> messages) => Step(() =>
    {
        Entity target = state.Entity(entity);
        if (messages.Sum(m => (long)m.Content.Bytes.Length) is > MessageContent.LargestSize and var size)
        {
            throw BusException.TooLarge(size);
        }

        if (messages.Any(target.Refuses))
        {
            throw BusException.NeedsSessionId(entity);
        }

        (List<JournalEntry> entries, long[] sequences) = target.Accept(messages, Now);
        Commit(entries);

        // A duplicate leaves no entry, and has used a number all the same.
        target.LastSequence = sequences.LastOrDefault(target.LastSequence);
        return sequences;
    });

    /// <summary>Cancels all of these scheduled messages or none.</summary>
    public void Cancel(string entity, IReadOnlyList<long> sequences) => Step(() =>
    {
        Entity target = state.Entity(entity);
        foreach (long sequence in sequences)
        {
            if (!target.Routes.Any(r => r.Mailbox.Find(sequence)?.State == MessageState.Scheduled))
            {
                throw BusException.NotScheduled(entity, sequence);
            }
        }

        Commit([.. sequences.Select(s => new Cancelled(entity, s))]);
        return true;
    });

    public void Open(Reader reader) => Step(() => state.Mailbox(reader.Path).Readers.AddLast(reader));

    /// <summary>The reader is told of nothing more, and its session is free for another.</summary>
    public void Close(Reader reader) => Step(() =>
    {
        Mailbox box = state.Mailbox(reader.Path);
        box.Readers.Remove(reader);
        if (reader.Session is { } held && box.Sessions.Find(held) is { } session)
        {
            List<StoredMessage> released = box.Release(session);
            state.Changed.Add(box);
            DeadLetterSpent(box, released);
        }

        return true;
    });

    /// <summary>Takes up to so many messages: locks them, or removes them where <paramref name="remove"/> says so.</summary>
    public IReadOnlyList<ReceivedMessage> Receive(Reader reader, int most, bool remove) => Step<IReadOnlyList<ReceivedMessage>>(() =>
    {
        Mailbox box = state.Mailbox(reader.Path);
        if (reader.Session is { } held && !box.Sessions.Holds(held))
        {
            return [];
        }

        List<StoredMessage> ready = FindDeliverable(box, reader.Session?.SessionId ?? "", most);
        if (ready.Count == 0)
        {
            return [];
        }

        // The next message goes to another reader first.
        box.Readers.Remove(reader);
        box.Readers.AddLast(reader);
        return Deliver(box, ready, remove);
    });

    /// <summary>Takes these deferred messages, all of them or none.</summary>
    public IReadOnlyList<ReceivedMessage> ReceiveDeferred(string path, string? session, IReadOnlyList<long> sequences, bool remove) =>
        Step(() =>
    {
        Mailbox box = state.Mailbox(path);
        RequireSession(box, session);
        List<StoredMessage> deferred = [.. sequences.Distinct().Select(s =>
            box.Find(s) is { State: MessageState.Deferred, LockToken: null } message && IsIn(session, message)
                ? message
                : throw BusException.NotDeferred(path, s))];
        return Deliver(box, deferred, remove);
    });

    /// <summary>Shows messages in the order of their numbers, whatever their state, up to so many and so many bytes.</summary>
    public IReadOnlyList<ReceivedMessage> Peek(string path, string? session, long from, int most) =>
        Step<IReadOnlyList<ReceivedMessage>>(() =>
    {
        long bytes = 0;
        return [.. state.Mailbox(path).Messages
            .Where(m => m.Sequence >= from && IsIn(session, m))
            .TakeWhile(m => (bytes += m.Content.Bytes.Length) <= MessageContent.LargestSize || bytes == m.Content.Bytes.Length)
            .Take(most).Select(ReceivedMessage.From)];
    });

    public void Settle(string path, SessionLock? held, IReadOnlyList<Guid> tokens, Settlement settlement) => Step(() =>
    {
        Mailbox box = state.Mailbox(path);
        if (held is not null && !box.Sessions.Holds(held))
        {
            throw BusException.SessionLockLost();
        }

        List<StoredMessage> messages = [.. tokens.Select(t => FindLocked(box, t))];
        Settle(box, messages, settlement);
        return true;
    });

    public DateTimeOffset[] RenewLocks(string path, IReadOnlyList<Guid> tokens) => Step<DateTimeOffset[]>(() =>
    {
        Mailbox box = state.Mailbox(path);
        List<StoredMessage> messages = [.. tokens.Select(t => FindLocked(box, t))];
        messages.ForEach(m => box.Renew(m, Now));
        return [.. messages.Select(m => m.LockedUntil)];
    });

    /// <returns>null where no session was named and no free one has messages.</returns>
    public SessionLock? AcceptSession(string path, string? session) => Step(() =>
    {
        Mailbox box = state.Mailbox(path);
        if (session is not null)
        {
            return box.Sessions.Take(session, Now) ?? throw BusException.SessionTaken(session);
        }

        return box.Sessions.FirstFree() is { } free ? box.Sessions.Take(free.Id, Now) : null;
    });

    /// <summary>The lock by which a session is held now.</summary>
    public SessionLock CurrentSession(string path, string session) =>
        Step(() => state.Mailbox(path).Sessions.Current(session)) ?? throw BusException.SessionLockLost();

    public DateTimeOffset RenewSession(string path, SessionLock held) => Step(() =>
    {
        SessionSet sessions = state.Mailbox(path).Sessions;
        return sessions.Find(held) is { } session ? sessions.Extend(session, Now) : throw BusException.SessionLockLost();
    });

    /// <summary>The journal keeps what it has; no later call changes anything.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (!ended)
            {
                ended = true;
                alarm.Dispose();
                journal?.Dispose();
            }
        }
    }
}
