using Azure.Messaging.ServiceBus;

namespace Plumbline.Functions.Tests.StandIns.Bus;

public abstract partial class ServiceBusContract
{
    [ContractFact]
    public async Task A_session_gives_its_messages_in_order_and_no_others()
    {
        await SendAsync("by-session", In("a", "1"), In("b", "2"), In("a", "3"));
        await using ServiceBusSessionReceiver session = await Client.AcceptSessionAsync("by-session", "a");
        Assert.Equal("a", session.SessionId);
        Assert.Equal("1 3", await AllAsync(session));
    }

    [ContractFact]
    public async Task A_session_is_held_by_one_receiver_until_it_closes()
    {
        await SendAsync("by-session", In("a", "1"));
        ServiceBusSessionReceiver first = await Client.AcceptSessionAsync("by-session", "a");
        await RefusedAsync(ServiceBusFailureReason.SessionCannotBeLocked, () => Client.AcceptSessionAsync("by-session", "a"));
        await first.CloseAsync();
        await using ServiceBusSessionReceiver second = await Client.AcceptSessionAsync("by-session", "a");
        Assert.Equal("1", await AllAsync(second));
    }

    [ContractFact]
    public async Task The_next_session_is_one_with_messages_that_nobody_holds()
    {
        await SendAsync("by-session", In("a", "1"), In("b", "2"));
        await using ServiceBusSessionReceiver first = await NextSessionAsync("by-session");
        await using ServiceBusSessionReceiver second = await NextSessionAsync("by-session");
        Assert.Equal(["a", "b"], new[] { first.SessionId, second.SessionId }.Order());
        await RefusedAsync(ServiceBusFailureReason.ServiceTimeout, () => NextSessionAsync("by-session"));
    }

    [ContractFact]
    public async Task What_a_closed_session_receiver_left_comes_to_the_next_with_its_delivery_counted()
    {
        await SendAsync("by-session", In("a", "1"), In("a", "2"));
        ServiceBusSessionReceiver first = await Client.AcceptSessionAsync("by-session", "a");
        await NextAsync(first);
        await first.CloseAsync();
        await using ServiceBusSessionReceiver second = await Client.AcceptSessionAsync("by-session", "a");
        ServiceBusReceivedMessage again = await NextAsync(second);
        Assert.Equal(("1", 2), (again.Body.ToString(), again.DeliveryCount));
    }

    [ContractFact]
    public async Task An_abandoned_message_of_a_session_comes_before_the_ones_after_it()
    {
        await SendAsync("by-session", In("a", "1"), In("a", "2"));
        await using ServiceBusSessionReceiver session = await Client.AcceptSessionAsync("by-session", "a");
        await session.AbandonMessageAsync(await NextAsync(session));
        Assert.Equal("1 2", await AllAsync(session));
    }

    [ContractFact]
    public async Task A_subscription_can_require_sessions()
    {
        await SendAsync("told", In("a", "1"), In("b", "2"), In("a", "3"));
        await using ServiceBusSessionReceiver session = await Client.AcceptSessionAsync("told", "by-session", "a");
        Assert.Equal("1 3", await AllAsync(session));
        await session.RenewSessionLockAsync();
    }

    [ContractFact]
    public async Task Sessions_are_required_where_declared_and_nowhere_else()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync("by-session", new ServiceBusMessage("1")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Receiver("by-session").ReceiveMessageAsync(Moment));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Client.AcceptSessionAsync("plain", "a"));
    }

    [ContractFact]
    public async Task The_lock_of_a_sessions_message_is_the_sessions()
    {
        await SendAsync("by-session", In("a", "1"));
        await using ServiceBusSessionReceiver session = await Client.AcceptSessionAsync("by-session", "a");
        ServiceBusReceivedMessage message = await NextAsync(session);
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.RenewMessageLockAsync(message));
    }

    [ContractFact]
    public void A_message_in_a_session_has_the_session_as_its_partition() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceBusMessage("1") { SessionId = "a", PartitionKey = "b" });

    private static ServiceBusMessage In(string session, string body) => new(body) { SessionId = session };
}
