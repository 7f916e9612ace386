using System.Threading.Channels;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;

namespace Plumbline.Local.Bus.Amqp;

/// <summary>Locks the session that a receiver asks for, or waits for the next one that is free and has messages.</summary>
internal sealed class SessionAcceptor(Broker broker, CallGate gate, CancellationToken ended)
{
    private static readonly AmqpSymbol Filter = "com.microsoft:session-filter";
    private static readonly AmqpSymbol NonExclusive = "com.microsoft:non-exclusive-session-filter";
    private static readonly AmqpSymbol LockedUntil = "com.microsoft:locked-until-utc";
    private static readonly AmqpSymbol Timeout = "com.microsoft:timeout";
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <returns>null where the receiver asks for no session, and the mailbox requires none.</returns>
    public async Task<SessionLock?> AcceptAsync(SendingAmqpLink link, string path)
    {
        MailboxRules rules = broker.RulesAt(path);
        FilterSet? filters = (link.Settings.Source as Source)?.FilterSet;
        if (filters is not null && filters.TryGetValue(NonExclusive, out object _))
        {
            throw new BusException(BusError.NotAllowed, $"'{NonExclusive}' contains invalid filter type.");
        }

        if (filters is null || !filters.TryGetValue(Filter, out object wanted))
        {
            return rules.RequiresSession ? throw BusException.NeedsSession(path) : null;
        }

        if (!rules.RequiresSession)
        {
            throw BusException.HasNoSessions(path);
        }

        await gate.ReachAsync(link, new(BusOperation.AcceptSession, path, IsDone: false));
        SessionLock held = broker.AcceptSession(path, wanted as string) ?? await NextAsync(link, path);
        await PassAsync(link, path, held);
        filters[Filter] = held.SessionId;
        link.Settings.Properties ??= new Fields();
        link.Settings.Properties[LockedUntil] = held.LockedUntil.UtcTicks;
        return held;
    }

    private async Task PassAsync(SendingAmqpLink link, string path, SessionLock held)
    {
        bool passed = false;
        try
        {
            await gate.ReachAsync(link, new(BusOperation.AcceptSession, path, IsDone: true));
            passed = true;
        }
        finally
        {
            if (!passed)
            {
                broker.Close(new Reader(path, held, () => { }));
            }
        }
    }

    private async Task<SessionLock> NextAsync(SendingAmqpLink link, string path)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ended);
        late.CancelAfter(Patience(link));
        link.SafeAddClosed((_, _) => Cancel(late));
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        var waiter = new Reader(path, null, () => changes.Writer.TryWrite(true));
        broker.Open(waiter);
        try
        {
            while (true)
            {
                if (broker.AcceptSession(path, null) is { } held)
                {
                    return held;
                }

                await changes.Reader.ReadAsync(late.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw BusException.NoSession();
        }
        finally
        {
            broker.Close(waiter);
        }
    }

    private static TimeSpan Patience(SendingAmqpLink link)
    {
        uint? asked = null;
        link.Settings.Properties?.TryGetValue(Timeout, out asked);
        TimeSpan patience = asked is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : AmqpConstants.DefaultTimeout;
        return patience < LongestWait ? patience : LongestWait;
    }

    private static void Cancel(CancellationTokenSource late)
    {
        try
        {
            late.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The wait is over already.
        }
    }
}
