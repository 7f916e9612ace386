using Azure.Messaging.ServiceBus;

namespace Plumbline.Functions.Tests.StandIns.Bus;

/// <summary>What the broker does as time passes; the real service's clock cannot be moved.</summary>
public sealed class BusTimeTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), Hour = TimeSpan.FromHours(1);

    private readonly FakeClock clock = FakeClock.At("2026-09-07T09:00:00Z");
    private readonly LocalBus bus;

    public BusTimeTests() => bus = LocalBus.InMemory(clock);

    public void Dispose() => bus.Dispose();

    [Fact]
    public async Task A_lock_that_lapsed_gives_the_message_to_another_and_is_lost_to_the_first()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("plain");
        ServiceBusReceivedMessage first = await NextAsync(receiver);
        Assert.Equal(clock.GetUtcNow() + Minute, first.LockedUntil);
        clock.Jump(Minute);
        ServiceBusReceivedMessage second = await NextAsync(receiver);
        Assert.Equal(2, second.DeliveryCount);
        ServiceBusException lost = await Assert.ThrowsAsync<ServiceBusException>(() => receiver.CompleteMessageAsync(first));
        Assert.Equal((ServiceBusFailureReason.MessageLockLost, false, "plain"), (lost.Reason, lost.IsTransient, lost.EntityPath));
        await receiver.CompleteMessageAsync(second);
    }

    [Fact]
    public async Task A_receiver_that_waits_is_given_a_message_whose_lock_lapses()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("plain");
        await NextAsync(receiver);
        Task<ServiceBusReceivedMessage?> waiting = receiver.ReceiveMessageAsync(Hour);
        await clock.AdvanceAsync(Minute);
        Assert.Equal(2, (await waiting.WaitAsync(Probe.Patience))!.DeliveryCount);
    }

    [Fact]
    public async Task A_renewed_lock_holds_a_lock_duration_longer()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("plain");
        ServiceBusReceivedMessage message = await NextAsync(receiver);
        clock.Jump(TimeSpan.FromSeconds(59));
        await receiver.RenewMessageLockAsync(message);
        Assert.Equal(clock.GetUtcNow() + Minute, message.LockedUntil);
        clock.Jump(TimeSpan.FromSeconds(59));
        await receiver.CompleteMessageAsync(message);
    }

    [Fact]
    public async Task A_message_whose_lock_lapses_too_often_is_dead_lettered()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("plain");
        for (var delivery = 1; delivery <= 3; delivery++)
        {
            Assert.Equal(delivery, (await NextAsync(receiver)).DeliveryCount);
            clock.Jump(Minute);
        }

        Assert.Null(await receiver.PeekMessageAsync());
        Assert.Equal("MaxDeliveryCountExceeded", (await NextAsync(Graveyard("plain"))).DeadLetterReason);
    }

    [Fact]
    public async Task A_scheduled_message_comes_at_its_time()
    {
        await bus.Client.CreateSender("plain").ScheduleMessageAsync(new("1"), clock.GetUtcNow() + Minute);
        Task<ServiceBusReceivedMessage?> waiting = bus.Client.CreateReceiver("plain").ReceiveMessageAsync(Hour);
        await clock.AdvanceAsync(Minute - TimeSpan.FromTicks(1));
        Assert.False(waiting.IsCompleted);
        await clock.AdvanceAsync(TimeSpan.FromTicks(1));
        Assert.Equal(clock.GetUtcNow(), (await waiting.WaitAsync(Probe.Patience))!.EnqueuedTime);
    }

    [Fact]
    public async Task An_id_is_new_again_once_the_window_has_passed()
    {
        await bus.SendAsync("once", new ServiceBusMessage("1") { MessageId = "m" });
        clock.Jump(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        await bus.SendAsync("once", new ServiceBusMessage("2") { MessageId = "m" });
        clock.Jump(TimeSpan.FromTicks(1));
        await bus.SendAsync("once", new ServiceBusMessage("3") { MessageId = "m" });
        Assert.Equal(["1", "3"], (await bus.Client.CreateReceiver("once").PeekMessagesAsync(9)).Select(m => m.Body.ToString()));
    }

    [Fact]
    public async Task A_message_that_outlived_its_time_is_dead_lettered_where_the_queue_says_so_and_dropped_elsewhere()
    {
        await bus.SendAsync("short-lived", new ServiceBusMessage("1"));
        await bus.SendAsync("plain", new("2") { TimeToLive = Minute }, new("3"));
        clock.Jump(Hour);
        Assert.Equal("3", (await NextAsync(bus.Client.CreateReceiver("plain"))).Body.ToString());
        Assert.Null(await Graveyard("plain").PeekMessageAsync());
        Task<ServiceBusReceivedMessage?> waiting = bus.Client.CreateReceiver("short-lived").ReceiveMessageAsync(Minute);
        await clock.AdvanceAsync(Minute);
        Assert.Null(await waiting.WaitAsync(Probe.Patience));
        Assert.Equal("TTLExpiredException", (await NextAsync(Graveyard("short-lived"))).DeadLetterReason);
    }

    [Fact]
    public async Task A_session_whose_lock_lapsed_is_lost_and_another_may_take_it()
    {
        await bus.SendAsync("by-session", new ServiceBusMessage("1") { SessionId = "a" });
        ServiceBusSessionReceiver first = await bus.Client.AcceptNextSessionAsync("by-session");
        ServiceBusReceivedMessage message = await NextAsync(first);
        clock.Jump(TimeSpan.FromSeconds(59));
        await first.RenewSessionLockAsync();
        clock.Jump(TimeSpan.FromSeconds(59));
        Assert.Equal(clock.GetUtcNow() + TimeSpan.FromSeconds(1), first.SessionLockedUntil);
        clock.Jump(TimeSpan.FromSeconds(1));
        Assert.Equal(2, (await NextAsync(await bus.Client.AcceptNextSessionAsync("by-session"))).DeliveryCount);
        foreach (Func<Task> late in new Func<Task>[] { () => first.CompleteMessageAsync(message), () => first.RenewSessionLockAsync(), () => first.ReceiveMessageAsync(Minute) })
        {
            Assert.Equal(ServiceBusFailureReason.SessionLockLost, (await Assert.ThrowsAsync<ServiceBusException>(late)).Reason);
        }
    }

    [Fact]
    public async Task A_message_without_a_session_is_a_dead_letter_to_a_subscription_that_requires_one()
    {
        await bus.SendAsync("told", new ServiceBusMessage("1"));
        ServiceBusReceiver graveyard = bus.Client.CreateReceiver("told", "by-session", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });
        Assert.Equal("Session ID is null", (await NextAsync(graveyard)).DeadLetterReason);
        Assert.Equal("1", (await NextAsync(bus.Client.CreateReceiver("told", "all"))).Body.ToString());
    }

    private ServiceBusReceiver Graveyard(string queue) => bus.Client.CreateReceiver(queue, new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });

    private static async Task<ServiceBusReceivedMessage> NextAsync(ServiceBusReceiver receiver) =>
        Assert.IsType<ServiceBusReceivedMessage>(await receiver.ReceiveMessageAsync(Hour).WaitAsync(Probe.Patience));
}
