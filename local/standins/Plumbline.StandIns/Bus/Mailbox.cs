using Azure.Messaging.ServiceBus;

namespace Plumbline.StandIns.Bus;

/// <summary>What receivers read: a queue, a subscription, or the dead-letter queue beside one, which has none of its own.</summary>
internal sealed class Mailbox(string path, MailboxRules rules, Mailbox? dead)
{
    private readonly SortedDictionary<long, Held> _held = [];
    private readonly Dictionary<string, Lane> _lanes = [];
    private readonly HashSet<Lane> _taken = [];
    private readonly SortedSet<(DateTimeOffset At, long Sequence)> _due = [], _locks = [];

    public string Path => path;

    public MailboxRules Rules => rules;

    public Mailbox? Dead => dead;

    public IEnumerable<Held> Messages => _held.Values;

    public long Bytes { get; private set; }

    /// <summary>When, if nobody calls before, a message comes due or a lock lapses.</summary>
    public DateTimeOffset Next => new[] { _due, _locks }.Where(s => s.Count > 0).Select(s => s.Min.At).Concat(_taken.Select(l => l.LockedUntil)).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();

    public void Add(Held message, DateTimeOffset now)
    {
        _held[message.Sequence] = message;
        Bytes += message.Letter.Size();
        if (message.Due > now) Schedule(message);
        else MakeReady(message);
    }

    public Held? Find(long sequence) => _held.GetValueOrDefault(sequence);

    public void Remove(Held message)
    {
        if (message.Token != null) Unlock(message);
        _held.Remove(message.Sequence);
        _due.Remove((message.Enqueued, message.Sequence));
        Bytes -= message.Letter.Size();
        var lane = LaneOf(message);
        lane.Ready.Remove(message.Sequence);
        Tidy(lane);
    }

    public List<Held> FirstReady(string session, int most) => [.. LaneOf(session).Ready.Take(most).Select(s => _held[s])];

    public void Lock(Held message, DateTimeOffset now)
    {
        var lane = LaneOf(message);
        lane.Ready.Remove(message.Sequence);
        message.Token = Guid.NewGuid();
        message.LockedUntil = rules.RequiresSession ? lane.LockedUntil : now + rules.LockDuration;
        if (rules.RequiresSession) lane.Out.Add(message.Sequence);
        else _locks.Add((message.LockedUntil, message.Sequence));
    }

    public void Unlock(Held message)
    {
        _locks.Remove((message.LockedUntil, message.Sequence));
        LaneOf(message).Out.Remove(message.Sequence);
        message.Token = null;
        MakeReady(message);
    }

    public void Renew(Held message, DateTimeOffset now)
    {
        _locks.Remove((message.LockedUntil, message.Sequence));
        message.LockedUntil = now + rules.LockDuration;
        _locks.Add((message.LockedUntil, message.Sequence));
    }

    /// <returns>Whether a message came due.</returns>
    public bool Wake(DateTimeOffset now)
    {
        var woken = false;
        for (; _due.Count > 0 && _due.Min.At <= now; woken = true)
        {
            MakeReady(_held[_due.Min.Sequence]);
            _due.Remove(_due.Min);
        }
        return woken;
    }

    /// <summary>The messages whose lock has run out, which are free now.</summary>
    public List<Held> TakeLapsed(DateTimeOffset now)
    {
        List<Held> lapsed = [.. _locks.TakeWhile(l => l.At <= now).Select(l => _held[l.Sequence])];
        lapsed.ForEach(Unlock);
        foreach (var lane in _taken.Where(l => l.LockedUntil <= now).ToArray()) lapsed.AddRange(Free(lane));
        return lapsed;
    }

    public Lane? FirstFree() => _lanes.Values.FirstOrDefault(l => l.Token == null && l.Ready.Count > 0);

    public bool Holds(SessionKey key) => _lanes.TryGetValue(key.Id, out var lane) && lane.Token == key.Token;

    /// <returns>Nothing where another holds the session.</returns>
    public SessionKey? Take(string session, DateTimeOffset now)
    {
        var lane = LaneOf(session);
        if (lane.Token != null) return null;
        lane.Token = Guid.NewGuid();
        _taken.Add(lane);
        return new(session, lane.Token.Value, Extend(session, now));
    }

    public DateTimeOffset Extend(string session, DateTimeOffset now) => LaneOf(session).LockedUntil = now + rules.LockDuration;

    public List<Held> Free(SessionKey key) => Holds(key) ? Free(LaneOf(key.Id)) : [];

    private List<Held> Free(Lane lane)
    {
        List<Held> given = [.. lane.Out.Select(s => _held[s])];
        given.ForEach(Unlock);
        lane.Token = null;
        _taken.Remove(lane);
        Tidy(lane);
        return given;
    }

    private void MakeReady(Held message)
    {
        message.State = ServiceBusMessageState.Active;
        LaneOf(message).Ready.Add(message.Sequence);
    }

    private void Schedule(Held message)
    {
        message.State = ServiceBusMessageState.Scheduled;
        _due.Add((message.Enqueued, message.Sequence));
    }

    private Lane LaneOf(Held message) => LaneOf(rules.RequiresSession ? message.Letter.SessionId ?? "" : "");

    private Lane LaneOf(string session) => _lanes.TryGetValue(session, out var lane) ? lane : _lanes[session] = new(session);

    private void Tidy(Lane lane)
    {
        if (lane.IsIdle) _lanes.Remove(lane.Id);
    }
}
