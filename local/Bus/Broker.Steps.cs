namespace Plumbline.Local.Bus;

/// <summary>The steps of the calls. All run inside the lock, except telling the readers.</summary>
internal sealed partial class Broker
{
    private T Step<T>(Func<T> act)
    {
        Action[] tell = [];
        try
        {
            lock (gate)
            {
                ObjectDisposedException.ThrowIf(ended, this);
                try
                {
                    PassTime();
                    return act();
                }
                finally
                {
                    alarm.Set(NextEvent());
                    tell = TakeReadersToTell();
                }
            }
        }
        finally
        {
            foreach (Action changed in tell)
            {
                changed();
            }
        }
    }

    private void Ring()
    {
        try
        {
            lock (gate)
            {
                alarm.Reset();
            }

            Step(() => true);
        }
        catch (Exception failure) when (failure is BusException or ObjectDisposedException)
        {
            // The journal cannot be written, which the next call says, or the emulator has ended.
        }
    }

    /// <summary>Whatever is asked, first comes what was due before.</summary>
    private void PassTime()
    {
        foreach (Mailbox box in state.Mailboxes)
        {
            if (box.NextEvent > Now)
            {
                continue;
            }

            if (box.Enqueue(Now))
            {
                state.Changed.Add(box);
            }

            // A session that has become free is a change as well, even without messages.
            List<StoredMessage> lapsed = box.UnlockLapsed(Now);
            state.Changed.Add(box);
            DeadLetterSpent(box, lapsed);
        }
    }

    private DateTimeOffset NextEvent() => state.Mailboxes.Count == 0 ? DateTimeOffset.MaxValue : state.Mailboxes.Min(m => m.NextEvent);

    private Action[] TakeReadersToTell()
    {
        if (state.Changed.Count == 0)
        {
            return [];
        }

        Action[] tell = [.. state.Changed.SelectMany(m => m.Readers).Select(r => r.Changed)];
        state.Changed.Clear();
        return tell;
    }

    // As in the service, a message that outlived its time is found out when it would be delivered.
    private List<StoredMessage> FindDeliverable(Mailbox box, string session, int most)
    {
        while (true)
        {
            List<StoredMessage> ready = box.FirstReady(session, most);
            List<StoredMessage> expired = ready.FindAll(m => m.ExpiresAt <= Now);
            if (expired.Count > 0)
            {
                Commit([.. expired.Select(m => Expire(box, m))]);
            }
            else if (!DeadLetterSpent(box, ready))
            {
                return ready;
            }
        }
    }

    private static JournalEntry Expire(Mailbox box, StoredMessage message) => box.Rules.DeadLettersExpired
        ? new DeadLettered(box.Path, message.Sequence, "TTLExpiredException", "The message expired and was dead lettered.")
        : new Removed(box.Path, [message.Sequence]);

    private List<ReceivedMessage> Deliver(Mailbox box, List<StoredMessage> messages, bool remove)
    {
        long[] sequences = [.. messages.Select(m => m.Sequence)];
        if (remove)
        {
            Commit([new Removed(box.Path, sequences)]);
            return [.. messages.Select(m => ReceivedMessage.From(m) with { Deliveries = m.Deliveries + 1 })];
        }

        Commit([new Delivered(box.Path, sequences)]);
        messages.ForEach(m => box.Lock(m, Now));
        return [.. messages.Select(ReceivedMessage.From)];
    }

    private void Settle(Mailbox box, List<StoredMessage> messages, Settlement settlement)
    {
        long[] sequences = [.. messages.Select(m => m.Sequence)];
        switch (settlement.Operation)
        {
            case BusOperation.Complete:
                Commit([new Removed(box.Path, sequences)]);
                break;
            case BusOperation.DeadLetter when box.DeadLetters is not null:
                Commit([.. sequences.Select(s => new DeadLettered(box.Path, s, settlement.Reason, settlement.Description))]);
                break;
            case BusOperation.Defer:
                Commit([.. sequences.Select(s => new Deferred(box.Path, s))]);
                break;
            case BusOperation.Release:
                Commit([new GivenBack(box.Path, sequences)]);
                GiveBack(box, messages);
                break;
            default:
                // A dead letter that is dead-lettered again stays where it is.
                GiveBack(box, messages);
                break;
        }
    }

    private void GiveBack(Mailbox box, List<StoredMessage> messages)
    {
        messages.ForEach(box.Unlock);
        state.Changed.Add(box);
        DeadLetterSpent(box, messages);
    }

    /// <returns>Whether any had been delivered as often as the queue allows.</returns>
    private bool DeadLetterSpent(Mailbox box, List<StoredMessage> messages)
    {
        if (box.DeadLetters is null)
        {
            return false;
        }

        List<StoredMessage> spent = messages.FindAll(m => m.Deliveries >= box.Rules.MaxDeliveryCount);
        string description = $"Message could not be consumed after {box.Rules.MaxDeliveryCount} delivery attempts.";
        Commit([.. spent.Select(m => new DeadLettered(box.Path, m.Sequence, "MaxDeliveryCountExceeded", description))]);
        return spent.Count > 0;
    }

    private static StoredMessage FindLocked(Mailbox box, Guid token) =>
        box.TryFindLocked(token, out StoredMessage? message) ? message : throw BusException.MessageLockLost();

    private static bool IsIn(string? session, StoredMessage message) => session is null || message.Content.SessionId == session;

    private static void RequireSession(Mailbox box, string? session)
    {
        if (box.Rules.RequiresSession && (session is null || box.Sessions.Current(session) is null))
        {
            throw BusException.SessionLockLost();
        }
    }

    private void Commit(List<JournalEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        journal?.Append(entries);
        foreach (JournalEntry entry in entries)
        {
            state.Apply(entry, Now);
        }

        if (journal?.IsMostlyDead(state.Bytes) == true)
        {
            journal.TryRewrite(state.Summary());
        }
    }
}
