using System.Diagnostics.CodeAnalysis;

namespace Plumbline.Local.Bus;

/// <summary>A queue, a subscription, or the dead-letter queue beside one, which has none of its own.</summary>
internal sealed class Mailbox(string path, MailboxRules rules, Mailbox? deadLetters)
{
    private readonly SortedDictionary<long, StoredMessage> messages = [];
    private readonly Dictionary<Guid, StoredMessage> locked = [];
    private readonly SortedSet<(DateTimeOffset At, long Sequence)> due = [], lockEnds = [];
    private readonly SessionSet sessions = new(rules);

    public string Path => path;

    public MailboxRules Rules => rules;

    public Mailbox? DeadLetters => deadLetters;

    /// <summary>In the order of their sequence numbers.</summary>
    public IEnumerable<StoredMessage> Messages => messages.Values;

    public SessionSet Sessions => sessions;

    /// <summary>The receivers, the one that has waited longest first.</summary>
    public LinkedList<Reader> Readers { get; } = [];

    /// <summary>Encoded size of all messages.</summary>
    public long Bytes { get; private set; }

    /// <summary>The next moment at which a message comes due or a lock ends by itself.</summary>
    public DateTimeOffset NextEvent => Earlier(Earlier(First(due), First(lockEnds)), sessions.FirstLockEnd);

    public void Add(StoredMessage message, DateTimeOffset now)
    {
        messages.Add(message.Sequence, message);
        Bytes += message.Content.Bytes.Length;
        if (message.State == MessageState.Deferred)
        {
            return;
        }

        if (message.Enqueued > now)
        {
            message.State = MessageState.Scheduled;
            due.Add((message.Enqueued, message.Sequence));
        }
        else
        {
            MakeReady(message);
        }
    }

    public bool Contains(long sequence) => messages.ContainsKey(sequence);

    public StoredMessage? Find(long sequence) => messages.GetValueOrDefault(sequence);

    public bool TryFindLocked(Guid token, [NotNullWhen(true)] out StoredMessage? message) => locked.TryGetValue(token, out message);

    public void Remove(StoredMessage message)
    {
        if (message.LockToken is not null)
        {
            EndLock(message);
        }

        messages.Remove(message.Sequence);
        due.Remove((message.Enqueued, message.Sequence));
        Bytes -= message.Content.Bytes.Length;
        sessions.Forget(message);
    }

    public List<StoredMessage> FirstReady(string session, int most) => [.. sessions.FirstReady(session, most).Select(s => messages[s])];

    public void Lock(StoredMessage message, DateTimeOffset now)
    {
        Guid token = Guid.NewGuid();
        message.LockToken = token;
        locked.Add(token, message);
        message.LockedUntil = sessions.Hold(message) ?? now + rules.LockDuration;
        if (!rules.RequiresSession)
        {
            lockEnds.Add((message.LockedUntil, message.Sequence));
        }
    }

    /// <summary>Ends the lock; a message that was not deferred can be delivered again.</summary>
    public void Unlock(StoredMessage message)
    {
        EndLock(message);
        if (message.State != MessageState.Deferred)
        {
            MakeReady(message);
        }
    }

    public void Renew(StoredMessage message, DateTimeOffset now)
    {
        lockEnds.Remove((message.LockedUntil, message.Sequence));
        message.LockedUntil = now + rules.LockDuration;
        lockEnds.Add((message.LockedUntil, message.Sequence));
    }

    /// <summary>Makes the scheduled messages ready whose time has come.</summary>
    /// <returns>Whether there was any.</returns>
    public bool Enqueue(DateTimeOffset now)
    {
        bool any = false;
        while (due.Count > 0 && due.Min.At <= now)
        {
            MakeReady(messages[due.Min.Sequence]);
            due.Remove(due.Min);
            any = true;
        }

        return any;
    }

    /// <summary>Unlocks the messages whose lock has ended, or whose session's has.</summary>
    public List<StoredMessage> UnlockLapsed(DateTimeOffset now)
    {
        List<StoredMessage> lapsed = [.. lockEnds.TakeWhile(l => l.At <= now).Select(l => messages[l.Sequence])];
        lapsed.ForEach(Unlock);
        foreach (Session session in sessions.Lapsed(now))
        {
            lapsed.AddRange(Release(session));
        }

        return lapsed;
    }

    /// <summary>Frees the session and unlocks its messages.</summary>
    public List<StoredMessage> Release(Session session)
    {
        List<StoredMessage> held = [.. session.Locked.Select(s => messages[s])];
        held.ForEach(Unlock);
        sessions.Release(session);
        return held;
    }

    private void EndLock(StoredMessage message)
    {
        locked.Remove(message.LockToken.GetValueOrDefault());
        lockEnds.Remove((message.LockedUntil, message.Sequence));
        sessions.LetGo(message);
        message.LockToken = null;
    }

    private void MakeReady(StoredMessage message)
    {
        message.State = MessageState.Active;
        sessions.MakeReady(message);
    }

    private static DateTimeOffset First(SortedSet<(DateTimeOffset At, long Sequence)> times) =>
        times.Count > 0 ? times.Min.At : DateTimeOffset.MaxValue;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
