using Azure.Messaging.ServiceBus;

namespace Plumbline.Local.Tests.Bus;

public abstract partial class ServiceBusContract
{
    [ContractFact]
    public async Task A_session_gives_its_own_messages_in_order()
    {
        await SendAsync("by-session", In("a", "1"), In("b", "2"), In("a", "3"));
        await using ServiceBusSessionReceiver session = await client.AcceptSessionAsync("by-session", "a");
        Assert.Equal("a", session.SessionId);
        Assert.Equal(["1", "3"], (await session.PeekMessagesAsync(9)).Select(m => m.Body.ToString()));
        await AllAsync("1 3", session);
    }

    [ContractFact]
    public async Task A_session_is_held_by_one_receiver_until_it_closes()
    {
        await SendAsync("by-session", In("a", "1"));
        ServiceBusSessionReceiver first = await client.AcceptSessionAsync("by-session", "a");
        await RefusedAsync(ServiceBusFailureReason.SessionCannotBeLocked, () => client.AcceptSessionAsync("by-session", "a"));
        await first.CloseAsync();
        await using ServiceBusSessionReceiver second = await client.AcceptSessionAsync("by-session", "a");
        await AllAsync("1", second);
    }

    [ContractFact]
    public async Task The_next_session_is_a_free_one_with_messages()
    {
        await SendAsync("by-session", In("a", "1"), In("b", "2"));
        await using ServiceBusSessionReceiver first = await client.AcceptNextSessionAsync("by-session");
        await using ServiceBusSessionReceiver second = await client.AcceptNextSessionAsync("by-session");
        Assert.Equal(["a", "b"], new[] { first.SessionId, second.SessionId }.Order());
        await RefusedAsync(ServiceBusFailureReason.ServiceTimeout, () => hasty.AcceptNextSessionAsync("by-session"));
    }

    [ContractFact]
    public async Task A_wait_for_the_next_session_ends_when_a_message_comes()
    {
        Task<ServiceBusSessionReceiver> waiting = client.AcceptNextSessionAsync("by-session");
        await SendAsync("by-session", In("a", "1"));
        await using ServiceBusSessionReceiver session = await waiting;
        await AllAsync("1", session);
    }

    [ContractFact]
    public async Task A_wait_for_the_next_session_ends_when_another_receiver_lets_one_go()
    {
        await SendAsync("by-session", In("a", "1"));
        ServiceBusSessionReceiver first = await client.AcceptSessionAsync("by-session", "a");
        Task<ServiceBusSessionReceiver> waiting = client.AcceptNextSessionAsync("by-session");
        await first.CloseAsync();
        await using ServiceBusSessionReceiver second = await waiting;
        Assert.Equal("a", second.SessionId);
    }

    [ContractFact]
    public async Task A_cancelled_wait_for_the_next_session_takes_none()
    {
        using var cancel = new CancellationTokenSource();
        await RefusedAsync(ServiceBusFailureReason.ServiceTimeout, () => hasty.AcceptNextSessionAsync("by-session"));
        Task<ServiceBusSessionReceiver> cancelled = client.AcceptNextSessionAsync("by-session", cancellationToken: cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await SendAsync("by-session", In("a", "1"));
        await using ServiceBusSessionReceiver session = await client.AcceptNextSessionAsync("by-session");
        await AllAsync("1", session);
    }

    [ContractFact]
    public async Task What_a_closed_session_receiver_left_comes_to_the_next_with_its_delivery_counted()
    {
        await SendAsync("by-session", In("a", "1"), In("a", "2"));
        ServiceBusSessionReceiver first = await client.AcceptSessionAsync("by-session", "a");
        await NextAsync(first);
        await first.CloseAsync();
        await using ServiceBusSessionReceiver second = await client.AcceptSessionAsync("by-session", "a");
        ServiceBusReceivedMessage again = await NextAsync(second);
        Assert.Equal(("1", 2), (again.Body.ToString(), again.DeliveryCount));
    }

    [ContractFact]
    public async Task An_abandoned_message_of_a_session_comes_before_the_ones_after_it()
    {
        await SendAsync("by-session", In("a", "1"), In("a", "2"));
        await using ServiceBusSessionReceiver session = await client.AcceptSessionAsync("by-session", "a");
        await session.AbandonMessageAsync(await NextAsync(session));
        await AllAsync("1 2", session);
    }

    [ContractFact]
    public async Task A_message_of_a_session_can_be_deferred_and_dead_lettered()
    {
        await SendAsync("by-session", In("a", "1"), In("a", "2"));
        await using ServiceBusSessionReceiver session = await client.AcceptSessionAsync("by-session", "a");
        ServiceBusReceivedMessage first = await NextAsync(session);
        await session.DeferMessageAsync(first);
        await session.DeadLetterMessageAsync(await NextAsync(session), "r");
        await session.CompleteMessageAsync(await session.ReceiveDeferredMessageAsync(first.SequenceNumber));
        Assert.Equal("r", (await NextAsync(Receiver("by-session", SubQueue.DeadLetter))).DeadLetterReason);
        await NothingAsync(session);
    }

    [ContractFact]
    public async Task A_subscription_can_require_sessions()
    {
        await SendAsync("told", In("a", "1"), In("b", "2"), In("a", "3"));
        await using ServiceBusSessionReceiver session = await client.AcceptSessionAsync("told", "by-session", "a");
        await AllAsync("1 3", session);
    }

    [ContractFact]
    public async Task A_renewed_session_lock_lasts_longer()
    {
        await using ServiceBusSessionReceiver session = await client.AcceptSessionAsync("by-session", "a");
        DateTimeOffset until = session.SessionLockedUntil;
        // The protocol's clock has milliseconds, and a renewal may come within one.
        for (int renewals = 0; renewals < 1_000 && session.SessionLockedUntil <= until; renewals++)
        {
            await session.RenewSessionLockAsync();
        }

        Assert.True(session.SessionLockedUntil > until);
    }

    [ContractFact]
    public async Task Sessions_are_required_where_declared_and_nowhere_else()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync("by-session", new ServiceBusMessage("1")));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Receiver("by-session").ReceiveMessageAsync(Moment));
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.AcceptSessionAsync("plain", "a"));
    }

    [ContractFact]
    public async Task The_lock_of_a_sessions_message_is_the_sessions()
    {
        await SendAsync("by-session", In("a", "1"));
        await using ServiceBusSessionReceiver session = await client.AcceptSessionAsync("by-session", "a");
        ServiceBusReceivedMessage message = await NextAsync(session);
        Assert.Equal(session.SessionLockedUntil, message.LockedUntil, TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.RenewMessageLockAsync(message));
    }

    private static ServiceBusMessage In(string session, string body) => new(body) { SessionId = session };
}
