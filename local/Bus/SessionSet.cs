namespace Plumbline.Local.Bus;

/// <summary>The sessions of one mailbox: which messages of each are ready, and which sessions are locked.</summary>
internal sealed class SessionSet(MailboxRules rules)
{
    private readonly Dictionary<string, Session> sessions = [];
    private readonly HashSet<Session> taken = [];

    public DateTimeOffset FirstLockEnd => taken.Count == 0 ? DateTimeOffset.MaxValue : taken.Min(s => s.LockedUntil);

    public IEnumerable<long> FirstReady(string session, int most) =>
        sessions.TryGetValue(session, out Session? found) ? found.Ready.Take(most) : [];

    public void MakeReady(StoredMessage message) => For(message).Ready.Add(message.Sequence);

    /// <returns>When the session's lock ends; null where sessions are not required.</returns>
    public DateTimeOffset? Hold(StoredMessage message)
    {
        Session session = For(message);
        session.Ready.Remove(message.Sequence);
        if (!rules.RequiresSession)
        {
            return null;
        }

        session.Locked.Add(message.Sequence);
        return session.LockedUntil;
    }

    public void LetGo(StoredMessage message) => For(message).Locked.Remove(message.Sequence);

    public void Forget(StoredMessage message)
    {
        Session session = For(message);
        session.Ready.Remove(message.Sequence);
        Tidy(session);
    }

    /// <summary>A session that has messages and is not locked; null when there is none.</summary>
    public Session? FirstFree() => sessions.Values.FirstOrDefault(s => s.LockToken is null && s.Ready.Count > 0);

    public bool Holds(SessionLock held) => Find(held) is not null;

    public Session? Find(SessionLock held) =>
        sessions.TryGetValue(held.SessionId, out Session? session) && session.LockToken == held.Token ? session : null;

    /// <summary>The lock by which a session is held now; null while it is free.</summary>
    public SessionLock? Current(string session) =>
        sessions.TryGetValue(session, out Session? found) && found.LockToken is { } token ? new(session, token, found.LockedUntil) : null;

    /// <returns>null where another receiver holds the session.</returns>
    public SessionLock? Take(string id, DateTimeOffset now)
    {
        Session session = For(id);
        if (session.LockToken is not null)
        {
            return null;
        }

        session.LockToken = Guid.NewGuid();
        taken.Add(session);
        return new(id, session.LockToken.Value, Extend(session, now));
    }

    public DateTimeOffset Extend(Session session, DateTimeOffset now) => session.LockedUntil = now + rules.LockDuration;

    public Session[] Lapsed(DateTimeOffset now) => taken.Count == 0 ? [] : [.. taken.Where(s => s.LockedUntil <= now)];

    public void Release(Session session)
    {
        session.LockToken = null;
        taken.Remove(session);
        Tidy(session);
    }

    private Session For(StoredMessage message) => For(rules.RequiresSession ? message.Content.SessionId ?? "" : "");

    private Session For(string id) => sessions.TryGetValue(id, out Session? session) ? session : sessions[id] = new(id);

    private void Tidy(Session session)
    {
        if (session.IsIdle)
        {
            sessions.Remove(session.Id);
        }
    }
}
