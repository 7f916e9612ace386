using Azure.Messaging.ServiceBus;

namespace Plumbline.StandIns.Bus;

/// <summary>One namespace: every call is one step under a lock, journalled before it is answered.</summary>
internal sealed class Broker : IDisposable
{
    private readonly BusState _state;
    private readonly Journal? _journal;
    private readonly Turnstile _calls;

    public Broker(string host, BusSettings settings)
    {
        (Host, Declared, Clock, _state) = (host, settings.Config, settings.Clock, new(BusConfig.Read(settings.Config)));
        _calls = new(Clock, PassTime, () => _state.Mailboxes.Min(m => m.Next));
        if (settings.Folder == null) return;
        _journal = new(Path.Combine(settings.Folder, host + ".journal"));
        foreach (var entry in _journal.Read()) _state.Apply(entry, Now);
        foreach (var box in _state.Mailboxes) foreach (var message in box.Messages.ToArray()) BuryIfSpent(box, message);
        _journal.Rewrite(_state.Summary());
    }

    public string Host { get; }

    /// <summary>The file that names the entities.</summary>
    public string Declared { get; }

    public TimeProvider Clock { get; }

    /// <summary>Awaited before and after each call: it may hang, delay, or throw; after the call, what it throws stands for an answer that was lost.</summary>
    public Func<BusCall, Task>? Interceptor
    {
        get => _calls.Interceptor;
        set => _calls.Interceptor = value;
    }

    private DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Throws where nothing of this name can be sent to.</summary>
    public void Require(string entity) => _state.Entity(entity);

    public bool Serves(string path) => _state.Knows(path);

    public MailboxRules RulesOf(string path) => _state.Mailbox(path).Rules;

    public Task<long[]> SendAsync(BusOperation operation, string entity, IReadOnlyList<Letter> letters, CancellationToken cancellation) =>
        _calls.CallAsync(operation, entity, () =>
        {
            var target = _state.Entity(entity);
            if (letters.Sum(l => l.Size()) is > Letter.LargestSize and var size) throw BusFault.TooLarge(entity, size);
            if (letters.Any(target.Refuses)) throw BusFault.NeedsSessionId(entity);
            var (entries, sequences) = target.Accept(letters, Now);
            Commit(entries);
            return sequences;
        }, cancellation);

    public Task CancelAsync(string entity, long sequence, CancellationToken cancellation) => _calls.CallAsync(BusOperation.Cancel, entity, () =>
    {
        var target = _state.Entity(entity);
        if (!target.Routes.Any(r => r.Mailbox.Find(sequence)?.State == ServiceBusMessageState.Scheduled)) throw BusFault.NotScheduled(entity, sequence);
        Commit([new Cancelled(entity, sequence)]);
        return true;
    }, cancellation);

    public async Task<IReadOnlyList<ServiceBusReceivedMessage>> ReceiveAsync(Reader reader, int most, TimeSpan wait, CancellationToken cancellation) =>
        await _calls.WaitAsync(BusOperation.Receive, reader.Path, wait, () => Deliver(reader, most), cancellation) ?? [];

    public Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekAsync(Reader reader, int most, long from, CancellationToken cancellation) =>
        _calls.CallAsync<IReadOnlyList<ServiceBusReceivedMessage>>(BusOperation.Peek, reader.Path, () =>
            [.. _state.Mailbox(reader.Path).Messages.Where(m => m.Sequence >= from && (reader.Session == null || m.Letter.SessionId == reader.Session.Id)).Take(most).Select(m => new ServiceBusReceivedMessage(m))],
            cancellation);

    public Task SettleAsync(Reader reader, ServiceBusReceivedMessage message, Settlement settlement, CancellationToken cancellation) =>
        _calls.CallAsync(settlement.Operation, reader.Path, () =>
        {
            var box = _state.Mailbox(reader.Path);
            if (reader.Session is { } key && !box.Holds(key)) throw BusFault.SessionLost(reader.Path);
            Settle(box, Locked(box, message), settlement);
            return true;
        }, cancellation);

    public Task<DateTimeOffset> RenewAsync(string path, ServiceBusReceivedMessage message, CancellationToken cancellation) => _calls.CallAsync(BusOperation.Renew, path, () =>
    {
        var box = _state.Mailbox(path);
        var held = Locked(box, message);
        box.Renew(held, Now);
        return held.LockedUntil;
    }, cancellation);

    public async Task<SessionKey> AcceptAsync(string path, string? session, TimeSpan wait, CancellationToken cancellation) =>
        await _calls.WaitAsync(BusOperation.Accept, path, wait, () => TakeSession(path, session), cancellation) ?? throw BusFault.NoSession(path);

    public Task<DateTimeOffset> RenewSessionAsync(string path, SessionKey key, CancellationToken cancellation) => _calls.CallAsync(BusOperation.Renew, path, () =>
        _state.Mailbox(path) is var box && box.Holds(key) ? box.Extend(key.Id, Now) : throw BusFault.SessionLost(path), cancellation);

    public void ReleaseSession(string path, SessionKey key) => _calls.Enter(() =>
    {
        var box = _state.Mailbox(path);
        foreach (var message in box.Free(key)) GiveBack(box, message);
        _calls.Signal();
    });

    /// <summary>Stands for the end of the process: what was written stays, what is under way never returns, and nothing is written any more.</summary>
    public void Abandon()
    {
        _calls.Shut(() => _journal?.Dispose());
        Brokers.Forget(this);
    }

    public void Dispose() => Abandon();

    private List<ServiceBusReceivedMessage>? Deliver(Reader reader, int most)
    {
        var box = _state.Mailbox(reader.Path);
        if (box.Rules.RequiresSession && reader.Session == null) throw BusFault.NeedsSession(reader.Path);
        if (reader.Session is { } key && !box.Holds(key)) throw BusFault.SessionLost(reader.Path);
        var ready = Unexpired(box, reader.Session?.Id ?? "", most);
        if (ready.Count == 0) return null;
        Commit([new Delivered(box.Path, [.. ready.Select(m => m.Sequence)])]);
        foreach (var message in ready) box.Lock(message, Now);
        return [.. ready.Select(m => new ServiceBusReceivedMessage(m))];
    }

    // As in the service, a message that outlived its time is found out when it would be received.
    private List<Held> Unexpired(Mailbox box, string session, int most)
    {
        while (true)
        {
            var first = box.FirstReady(session, most);
            if (first.FindAll(m => m.ExpiresAt <= Now) is not { Count: > 0 } expired) return first;
            Commit(expired.Select(m => box.Rules.DeadLettersExpired
                ? (BusEntry)new Buried(box.Path, m.Sequence, "TTLExpiredException", "The message expired and was dead lettered.")
                : new Settled(box.Path, [m.Sequence])));
        }
    }

    private SessionKey? TakeSession(string path, string? session)
    {
        var box = _state.Mailbox(path);
        if (!box.Rules.RequiresSession) throw BusFault.HasNoSessions(path);
        if (session != null) return box.Take(session, Now) ?? throw BusFault.SessionTaken(path, session);
        return box.FirstFree() is { } free ? box.Take(free.Id, Now) : null;
    }

    private static Held Locked(Mailbox box, ServiceBusReceivedMessage message) =>
        box.Find(message.SequenceNumber) is { Token: { } token } held && token == message.Token ? held : throw BusFault.LockLost(box.Path);

    private void Settle(Mailbox box, Held held, Settlement settlement)
    {
        if (settlement.Operation == BusOperation.Complete) Commit([new Settled(box.Path, [held.Sequence])]);
        else if (settlement.Operation == BusOperation.DeadLetter) Commit([new Buried(box.Path, held.Sequence, settlement.Reason, settlement.Description)]);
        else
        {
            box.Unlock(held);
            GiveBack(box, held);
        }
    }

    private void GiveBack(Mailbox box, Held message)
    {
        BuryIfSpent(box, message);
        _calls.Signal();
    }

    private void BuryIfSpent(Mailbox box, Held message)
    {
        if (box.Dead == null || message.Deliveries < box.Rules.MaxDeliveryCount) return;
        Commit([new Buried(box.Path, message.Sequence, "MaxDeliveryCountExceeded", $"Message could not be consumed after {box.Rules.MaxDeliveryCount} delivery attempts.")]);
    }

    private void Commit(IEnumerable<BusEntry> entries)
    {
        BusEntry[] all = [.. entries];
        if (all.Length == 0) return;
        _journal?.Append(all);
        foreach (var entry in all) _state.Apply(entry, Now);
        if (_journal?.IsMostlyDead(_state.Bytes) == true) _journal.Rewrite(_state.Summary());
        _calls.Signal();
    }

    // Whatever is asked, first comes to pass what was due before.
    private void PassTime()
    {
        foreach (var box in _state.Mailboxes)
        {
            if (box.Wake(Now)) _calls.Signal();
            foreach (var message in box.TakeLapsed(Now)) GiveBack(box, message);
        }
    }
}
