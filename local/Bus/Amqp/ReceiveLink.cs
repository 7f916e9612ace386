using Microsoft.Azure.Amqp;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>A client's receiver: messages are pushed to it while it has credit.</summary>
internal sealed class ReceiveLink
{
    // So that receivers with much credit take turns.
    private const int MostAtOnce = 100;

    private readonly Lock sending = new();
    private readonly SendingAmqpLink link;
    private readonly Broker broker;
    private readonly CallGate gate;
    private readonly Reader reader;

    // ReceiveAndDelete: a message is gone once it is sent.
    private readonly bool removes;
    private bool drained;

    // Messages wait for the interceptor: later ones must not overtake them.
    private bool held;
    private int signalled;

    public ReceiveLink(SendingAmqpLink link, Broker broker, CallGate gate, string path, SessionLock? session)
    {
        (this.link, this.broker, this.gate) = (link, broker, gate);
        removes = link.Settings.SettleType == SettleMode.SettleOnSend;
        reader = new(path, session, Signal);
        var settling = new SettleListener(link, broker, gate, reader);
        link.RegisterCreditListener((_, drain, _) => LinkTasks.Watch(link, CreditAsync(drain)));
        link.RegisterDispositionListener(delivery =>
        {
            if (!removes)
            {
                LinkTasks.Watch(link, settling.SettleAsync(delivery));
            }
        });
        broker.Open(reader);
        link.SafeAddClosed((_, _) => Close());
    }

    private void Close()
    {
        try
        {
            broker.Close(reader);
        }
        catch (Exception failure) when (failure is BusException or ObjectDisposedException)
        {
            // The journal cannot be written, and the locks lapse by themselves; or the emulator has ended.
        }
    }

    private void Signal()
    {
        if (Interlocked.Exchange(ref signalled, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ =>
            {
                Volatile.Write(ref signalled, 0);
                LinkTasks.Watch(link, PumpAsync(drain: false));
            }, null);
        }
    }

    // A drain ends a receive; what it is sent still belongs to the call that began it.
    private async ValueTask CreditAsync(bool drain)
    {
        if (!drain)
        {
            lock (sending)
            {
                drained = false;
            }

            await gate.ReachAsync(link, new(BusOperation.Receive, reader.Path, IsDone: false));
        }

        await PumpAsync(drain);
    }

    private async ValueTask PumpAsync(bool drain)
    {
        while (Take(drain) is { } messages)
        {
            // By the next round the client may have given credit anew.
            drain = false;
            await SendSeenAsync(messages);
        }
    }

    private async ValueTask SendSeenAsync(IReadOnlyList<ReceivedMessage> messages)
    {
        try
        {
            await gate.ReachAsync(link, new(BusOperation.Receive, reader.Path, IsDone: true));
            lock (sending)
            {
                Send(messages);
            }
        }
        finally
        {
            lock (sending)
            {
                held = false;
            }
        }
    }

    /// <summary>Sends what is there, up to the credit.</summary>
    /// <returns>Messages to be sent once the interceptor has seen them; null when nothing is left to do.</returns>
    private IReadOnlyList<ReceivedMessage>? Take(bool drain)
    {
        lock (sending)
        {
            IReadOnlyList<ReceivedMessage>? toBeSeen = null;
            while (!held && !drained && !link.IsClosing() && link.LinkCredit is > 0 and var credit)
            {
                IReadOnlyList<ReceivedMessage> messages = broker.Receive(reader, (int)Math.Min(credit, MostAtOnce), removes);
                if (messages.Count == 0)
                {
                    break;
                }

                if (gate.IsOpen)
                {
                    Send(messages);
                }
                else
                {
                    (toBeSeen, held) = (messages, true);
                }
            }

            // The library sets the credit to zero when the listener returns: nothing may be sent in between.
            drained |= drain;
            return toBeSeen;
        }
    }

    private void Send(IReadOnlyList<ReceivedMessage> messages)
    {
        List<Guid> unsent = [];
        foreach (ReceivedMessage received in messages)
        {
            AmqpMessage message = MessageEncoder.ForDelivery(received);
            if (removes)
            {
                link.SendMessageNoWait(message, Guid.NewGuid().ToByteArray(), AmqpConstants.NullBinary);
                continue;
            }

            message.DeliveryTag = received.LockToken.ToByteArray();
            message.Settled = false;
            if (!link.TrySendDelivery(message))
            {
                unsent.Add(received.LockToken);
            }
        }

        if (unsent.Count > 0)
        {
            GiveBack(unsent);
        }
    }

    // The client took its credit back while the messages were on their way to it.
    private void GiveBack(List<Guid> unsent)
    {
        try
        {
            broker.Settle(reader.Path, null, unsent, Settlement.Release);
        }
        catch (BusException lost) when (lost.Error == BusError.MessageLockLost)
        {
            // The locks ended meanwhile, and the messages are free already.
        }
    }
}
