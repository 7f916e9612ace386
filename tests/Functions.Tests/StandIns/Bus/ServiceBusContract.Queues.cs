using Azure.Messaging.ServiceBus;

namespace Plumbline.Functions.Tests.StandIns.Bus;

public abstract partial class ServiceBusContract
{
    [ContractFact]
    public async Task A_message_arrives_as_it_was_sent()
    {
        var id = Guid.NewGuid();
        var at = new DateTimeOffset(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);
        var sent = new ServiceBusMessage("Ø \u2028 {}")
        {
            MessageId = "m", CorrelationId = "c", Subject = "s", ContentType = "text/plain", To = "t", ReplyTo = "r", ReplyToSessionId = "rs", TimeToLive = TimeSpan.FromDays(1),
            ApplicationProperties = { ["text"] = "a:b", ["whole"] = 5, ["long"] = 5L, ["real"] = 0.1, ["yes"] = true, ["id"] = id, ["at"] = at, ["span"] = TimeSpan.FromSeconds(1.5) },
        };
        await SendAsync("plain", sent);

        ServiceBusReceivedMessage message = await NextAsync(Receiver("plain"));
        Assert.Equal("Ø \u2028 {}", message.Body.ToString());
        Assert.Equal(("m", "c", "s", "text/plain"), (message.MessageId, message.CorrelationId, message.Subject, message.ContentType));
        Assert.Equal(("t", "r", "rs", null), (message.To, message.ReplyTo, message.ReplyToSessionId, message.SessionId));
        Assert.Equal((TimeSpan.FromDays(1), 1, ServiceBusMessageState.Active), (message.TimeToLive, message.DeliveryCount, message.State));
        Assert.Equal(message.EnqueuedTime.AddDays(1), message.ExpiresAt);
        Assert.True(message.SequenceNumber > 0 && message.LockedUntil > message.EnqueuedTime);
        Assert.Equal(sent.ApplicationProperties.OrderBy(p => p.Key), message.ApplicationProperties.OrderBy(p => p.Key));
    }

    [ContractFact]
    public async Task Messages_come_in_the_order_they_were_sent_and_are_gone_once_completed()
    {
        await SendAsync("plain", new("1"), new("2"));
        await SendAsync("plain", new ServiceBusMessage("3"));
        Assert.Equal("1 2 3", await AllAsync(Receiver("plain")));
        await NothingAsync(Receiver("plain"));
    }

    [ContractFact]
    public async Task A_locked_message_is_not_given_to_another()
    {
        await SendAsync("plain", new("1"), new("2"));
        await NextAsync(Receiver("plain"));
        Assert.Equal("2", await AllAsync(Receiver("plain")));
    }

    [ContractFact]
    public async Task An_abandoned_message_comes_again_with_its_delivery_counted()
    {
        await SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = Receiver("plain");
        await receiver.AbandonMessageAsync(await NextAsync(receiver));
        Assert.Equal(2, (await NextAsync(receiver)).DeliveryCount);
    }

    [ContractFact]
    public async Task A_message_delivered_as_often_as_the_queue_allows_is_dead_lettered()
    {
        await SendAsync("plain", new ServiceBusMessage("1") { MessageId = "m" });
        ServiceBusReceiver receiver = Receiver("plain");
        for (var delivery = 1; delivery <= 3; delivery++)
        {
            await receiver.AbandonMessageAsync(await NextAsync(receiver));
        }

        await NothingAsync(receiver);
        ServiceBusReceivedMessage dead = await NextAsync(Receiver("plain", SubQueue.DeadLetter));
        Assert.Equal(("m", "MaxDeliveryCountExceeded"), (dead.MessageId, dead.DeadLetterReason));
        Assert.Equal("Message could not be consumed after 3 delivery attempts.", dead.DeadLetterErrorDescription);
    }

    [ContractFact]
    public async Task A_dead_lettered_message_bears_its_reason_and_is_never_dead_lettered_again()
    {
        await SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = Receiver("plain"), graveyard = Receiver("plain", SubQueue.DeadLetter);
        await receiver.DeadLetterMessageAsync(await NextAsync(receiver), "unreadable", "not one of ours");
        for (var delivery = 1; delivery <= 4; delivery++)
        {
            await graveyard.AbandonMessageAsync(await NextAsync(graveyard));
        }

        ServiceBusReceivedMessage dead = await NextAsync(graveyard);
        Assert.Equal(("unreadable", "not one of ours"), (dead.DeadLetterReason, dead.DeadLetterErrorDescription));
        Assert.Equal("unreadable", dead.ApplicationProperties["DeadLetterReason"]);
        await graveyard.CompleteMessageAsync(dead);
        await NothingAsync(graveyard);
    }

    [ContractFact]
    public async Task A_message_is_settled_once()
    {
        await SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = Receiver("plain");
        ServiceBusReceivedMessage message = await NextAsync(receiver);
        await receiver.CompleteMessageAsync(message);
        await RefusedAsync(ServiceBusFailureReason.MessageLockLost, () => receiver.CompleteMessageAsync(message));
        await RefusedAsync(ServiceBusFailureReason.MessageLockLost, () => receiver.RenewMessageLockAsync(message));
    }

    [ContractFact]
    public async Task A_renewed_lock_lasts_longer()
    {
        await SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = Receiver("plain");
        ServiceBusReceivedMessage message = await NextAsync(receiver);
        DateTimeOffset until = message.LockedUntil;
        await receiver.RenewMessageLockAsync(message);
        Assert.True(message.LockedUntil > until);
    }

    [ContractFact]
    public async Task A_peek_locks_nothing_and_goes_on_where_it_ended()
    {
        await SendAsync("plain", new("1"), new("2"), new("3"));
        ServiceBusReceiver receiver = Receiver("plain");
        Assert.Equal(["1", "2"], (await receiver.PeekMessagesAsync(2)).Select(m => m.Body.ToString()));
        Assert.Equal("3", (await receiver.PeekMessageAsync())!.Body.ToString());
        Assert.Null(await receiver.PeekMessageAsync());
        Assert.Equal("1 2 3", await AllAsync(receiver));
    }

    [ContractFact]
    public async Task A_receiver_that_waits_is_given_what_is_sent_meanwhile()
    {
        Task<ServiceBusReceivedMessage> waiting = NextAsync(Receiver("plain"));
        await SendAsync("plain", new ServiceBusMessage("1"));
        Assert.Equal("1", (await waiting).Body.ToString());
    }

    [ContractFact]
    public async Task A_receiver_that_waits_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        Task<ServiceBusReceivedMessage?> waiting = Receiver("plain").ReceiveMessageAsync(Probe.Patience, cancel.Token)!;
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [ContractFact]
    public async Task An_entity_that_is_not_declared_is_not_found()
    {
        await RefusedAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => SendAsync("nowhere", new ServiceBusMessage("1")));
        await RefusedAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => Receiver("nowhere").ReceiveMessageAsync(Moment));
        await RefusedAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => Receiver("told/nobody").ReceiveMessageAsync(Moment));
    }

    [ContractFact]
    public async Task What_is_closed_serves_no_more()
    {
        ServiceBusSender sender = Client.CreateSender("plain");
        await sender.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => sender.SendMessageAsync(new("1")));
        ServiceBusReceiver receiver = Receiver("plain");
        await receiver.CloseAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => receiver.ReceiveMessageAsync(Moment));
    }
}
