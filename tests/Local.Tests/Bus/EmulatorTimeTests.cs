using Azure.Messaging.ServiceBus;

namespace Plumbline.Local.Tests.Bus;

/// <summary>The official client against a broker whose clock a test moves.</summary>
public sealed class EmulatorTimeTests : IAsyncLifetime
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly FakeClock clock = new(new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero));
    private EmulatedBus bus = null!;

    public async Task InitializeAsync() => bus = await EmulatedBus.InMemoryAsync(clock);

    public async Task DisposeAsync() => await bus.DisposeAsync();

    [Fact]
    public async Task A_receiver_that_waits_is_given_a_scheduled_message_at_its_time()
    {
        await using ServiceBusSender sender = bus.Client.CreateSender("plain");
        await sender.ScheduleMessageAsync(new("1"), clock.GetUtcNow() + Minute);
        Task<ServiceBusReceivedMessage> waiting = bus.NextAsync("plain");
        clock.Advance(Minute);
        Assert.Equal(clock.GetUtcNow(), (await waiting).EnqueuedTime);
    }

    [Fact]
    public async Task A_receiver_that_waits_is_given_a_message_whose_lock_lapses()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver first = bus.Client.CreateReceiver("plain");
        ServiceBusReceivedMessage lost = await EmulatedBus.NextAsync(first);
        Task<ServiceBusReceivedMessage> waiting = bus.NextAsync("plain");
        clock.Advance(Minute);
        Assert.Equal(2, (await waiting).DeliveryCount);
        ServiceBusException refusal = await Assert.ThrowsAsync<ServiceBusException>(() => first.CompleteMessageAsync(lost));
        Assert.Equal((ServiceBusFailureReason.MessageLockLost, false), (refusal.Reason, refusal.IsTransient));
    }

    [Fact]
    public async Task A_lapsed_session_is_lost_to_its_receiver_and_free_for_another()
    {
        await bus.SendAsync("by-session", new ServiceBusMessage("1") { SessionId = "a" });
        await using ServiceBusSessionReceiver first = await bus.Client.AcceptNextSessionAsync("by-session");
        ServiceBusReceivedMessage message = await EmulatedBus.NextAsync(first);
        Task<ServiceBusSessionReceiver> waiting = bus.Client.AcceptNextSessionAsync("by-session");
        clock.Advance(Minute);
        await using ServiceBusSessionReceiver second = await waiting;
        Assert.Equal(2, (await EmulatedBus.NextAsync(second)).DeliveryCount);
        ServiceBusException lost = await Assert.ThrowsAsync<ServiceBusException>(() => first.CompleteMessageAsync(message));
        Assert.Equal(ServiceBusFailureReason.SessionLockLost, lost.Reason);
    }

    [Fact]
    public async Task A_time_to_live_is_the_messages_own()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1") { TimeToLive = TimeSpan.FromDays(100) });
        clock.Advance(TimeSpan.FromDays(99));
        Assert.Equal("1", await bus.BodiesAsync("plain"));
        Assert.Equal("1", (await bus.NextAsync("plain")).Body.ToString());
    }
}
