using System.Text;
using Plumbline.Local.Bus;

namespace Plumbline.Local.Tests.Bus;

/// <summary>What the broker does as time passes; the real service's clock cannot be moved.</summary>
public sealed class BrokerTimeTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), Tick = TimeSpan.FromTicks(1);

    private readonly FakeClock clock = new(new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero));
    private readonly Broker broker;
    private readonly List<string> told = [];

    public BrokerTimeTests() => broker = new(EntitiesFile.Read(EmulatedBus.ContractFile), journal: null, clock);

    public void Dispose() => broker.Dispose();

    [Fact]
    public void A_lock_that_lapsed_gives_the_message_to_another_and_is_lost_to_the_first()
    {
        Send("plain", "1");
        ReceivedMessage first = Assert.Single(Receive("plain"));
        Assert.Equal(clock.GetUtcNow() + Minute, first.LockedUntil);
        clock.Advance(Minute - Tick);
        Assert.Empty(Receive("plain"));
        clock.Advance(Tick);
        ReceivedMessage second = Assert.Single(Receive("plain"));
        Assert.Equal(2, second.Deliveries);
        Refused(BusError.MessageLockLost, () => Settle("plain", first, Settlement.Complete));
        Settle("plain", second, Settlement.Complete);
    }

    [Fact]
    public void A_reader_is_told_when_a_lock_lapses()
    {
        Send("plain", "1");
        Receive("plain");
        Open("plain");
        clock.Advance(Minute);
        Assert.Equal(["plain"], told);
    }

    [Fact]
    public void A_renewed_lock_holds_a_lock_duration_longer()
    {
        Send("plain", "1");
        ReceivedMessage message = Assert.Single(Receive("plain"));
        clock.Advance(Minute - Tick);
        Assert.Equal([clock.GetUtcNow() + Minute], broker.RenewLocks("plain", [message.LockToken]));
        clock.Advance(Minute - Tick);
        Settle("plain", message, Settlement.Complete);
    }

    [Fact]
    public void A_message_whose_lock_lapses_too_often_is_dead_lettered()
    {
        Send("plain", "1");
        for (int delivery = 1; delivery <= 3; delivery++)
        {
            Assert.Equal(delivery, Assert.Single(Receive("plain")).Deliveries);
            clock.Advance(Minute);
        }

        Assert.Empty(Peek("plain"));
        Assert.Equal("MaxDeliveryCountExceeded", Assert.Single(Receive("plain/$DeadLetterQueue")).Message.DeadLetterReason);
    }

    [Fact]
    public void A_delivery_that_is_given_back_does_not_count()
    {
        Send("plain", "1");
        for (int delivery = 1; delivery <= 9; delivery++)
        {
            ReceivedMessage message = Assert.Single(Receive("plain"));
            Assert.Equal(1, message.Deliveries);
            Settle("plain", message, Settlement.Release);
        }
    }

    [Fact]
    public void A_scheduled_message_comes_at_its_time_and_readers_are_told()
    {
        Open("plain");
        broker.Send("plain", [new(new(Encode("1"), null, null, null, clock.GetUtcNow() + Minute))]);
        told.Clear();
        clock.Advance(Minute - Tick);
        Assert.Empty(Receive("plain"));
        Assert.Empty(told);
        clock.Advance(Tick);
        Assert.Equal(["plain"], told);
        Assert.Equal(clock.GetUtcNow(), Assert.Single(Receive("plain")).Message.Enqueued);
    }

    [Fact]
    public void A_message_scheduled_a_year_ahead_comes_at_its_time()
    {
        Open("plain");
        broker.Send("plain", [new(new(Encode("1"), null, null, null, clock.GetUtcNow() + TimeSpan.FromDays(365)))]);
        for (int day = 0; day < 365; day++)
        {
            Assert.Empty(Receive("plain"));
            clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Single(Receive("plain"));
    }

    [Fact]
    public void An_id_is_new_again_once_the_window_has_passed()
    {
        Send("once", "1", id: "m");
        clock.Advance(TimeSpan.FromMinutes(10) - Tick);
        Send("once", "2", id: "m");
        clock.Advance(Tick);
        Send("once", "3", id: "m");
        Assert.Equal("1 3", Peek("once"));
    }

    [Fact]
    public void An_expired_message_is_dead_lettered_where_the_queue_says_so_and_dropped_elsewhere()
    {
        Send("short-lived", "1");
        broker.Send("plain", [new(new(Encode("2"), null, null, Minute, null)), new(new(Encode("3"), null, null, null, null))]);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("3", Body(Assert.Single(Receive("plain"))));
        Assert.Empty(Peek("plain/$DeadLetterQueue"));
        Assert.Empty(Receive("short-lived"));
        Assert.Equal("TTLExpiredException", Assert.Single(Receive("short-lived/$DeadLetterQueue")).Message.DeadLetterReason);
    }

    [Fact]
    public void A_session_whose_lock_lapsed_is_lost_and_another_may_take_it()
    {
        Send("by-session", "1", session: "a");
        SessionLock first = broker.AcceptSession("by-session", null)!;
        ReceivedMessage message = Assert.Single(Receive("by-session", first));
        clock.Advance(Minute - Tick);
        Assert.Equal(clock.GetUtcNow() + Minute, broker.RenewSession("by-session", first));
        clock.Advance(Minute - Tick);
        Assert.Null(broker.AcceptSession("by-session", null));
        clock.Advance(Tick);
        SessionLock second = broker.AcceptSession("by-session", null)!;
        Assert.Equal(2, Assert.Single(Receive("by-session", second)).Deliveries);
        Assert.Empty(Receive("by-session", first));
        Refused(BusError.SessionLockLost, () => broker.Settle("by-session", first, [message.LockToken], Settlement.Complete));
        Refused(BusError.SessionLockLost, () => broker.RenewSession("by-session", first));
    }

    private void Open(string path) => broker.Open(new(path, null, () => told.Add(path)));

    private void Send(string entity, string body, string? id = null, string? session = null) =>
        broker.Send(entity, [new(new(Encode(body), id, session, null, null))]);

    private IReadOnlyList<ReceivedMessage> Receive(string path, SessionLock? session = null)
    {
        var reader = new Reader(path, session, () => { });
        return broker.Receive(reader, 10, remove: false);
    }

    private void Settle(string path, ReceivedMessage message, Settlement settlement) =>
        broker.Settle(path, null, [message.LockToken], settlement);

    private string Peek(string path) => string.Join(' ', broker.Peek(path, null, 0, 10).Select(Body));

    private static string Body(ReceivedMessage message) => Encoding.UTF8.GetString(message.Message.Content.Bytes);

    private static byte[] Encode(string body) => Encoding.UTF8.GetBytes(body);

    private static void Refused(BusError error, Action act) => Assert.Equal(error, Assert.Throws<BusException>(act).Error);
}
