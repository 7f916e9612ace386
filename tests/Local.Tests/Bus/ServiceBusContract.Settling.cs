using Azure.Messaging.ServiceBus;

namespace Plumbline.Local.Tests.Bus;

public abstract partial class ServiceBusContract
{
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
        for (int delivery = 1; delivery <= 3; delivery++)
        {
            await receiver.AbandonMessageAsync(await NextAsync(receiver));
        }

        ServiceBusReceivedMessage dead = await NextAsync(Receiver("plain", SubQueue.DeadLetter));
        Assert.Equal(("m", "MaxDeliveryCountExceeded"), (dead.MessageId, dead.DeadLetterReason));
        Assert.Equal("Message could not be consumed after 3 delivery attempts.", dead.DeadLetterErrorDescription);
        await NothingAsync(receiver);
    }

    [ContractFact]
    public async Task A_dead_lettered_message_has_its_reason_and_is_never_dead_lettered_again()
    {
        await SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = Receiver("plain"), graveyard = Receiver("plain", SubQueue.DeadLetter);
        await receiver.DeadLetterMessageAsync(await NextAsync(receiver), "unreadable", "not one of ours");
        for (int delivery = 1; delivery <= 4; delivery++)
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
    public async Task A_message_can_be_dead_lettered_without_a_reason()
    {
        await SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = Receiver("plain");
        await receiver.DeadLetterMessageAsync(await NextAsync(receiver));
        Assert.Null((await NextAsync(Receiver("plain", SubQueue.DeadLetter))).DeadLetterReason);
    }

    [ContractFact]
    public async Task A_message_is_settled_once()
    {
        await SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = Receiver("plain");
        ServiceBusReceivedMessage message = await NextAsync(receiver);
        await receiver.CompleteMessageAsync(message);
        await RefusedAsync(ServiceBusFailureReason.MessageLockLost, () => receiver.CompleteMessageAsync(message));
        await RefusedAsync(ServiceBusFailureReason.MessageLockLost, () => receiver.AbandonMessageAsync(message));
        await RefusedAsync(ServiceBusFailureReason.MessageLockLost, () => receiver.RenewMessageLockAsync(message));
    }

    [ContractFact]
    public async Task A_message_can_be_settled_by_another_receiver_than_the_one_that_received_it()
    {
        await SendAsync("plain", new("1"), new("2"), new("3"));
        ServiceBusReceiver first = Receiver("plain"), second = Receiver("plain");
        await second.CompleteMessageAsync(await NextAsync(first));
        await second.DeadLetterMessageAsync(await NextAsync(first), "r", "d");
        ServiceBusReceivedMessage third = await NextAsync(first);
        await first.CloseAsync();
        await second.AbandonMessageAsync(third);
        Assert.Equal(2, (await NextAsync(second)).DeliveryCount);
        Assert.Equal("r", (await NextAsync(Receiver("plain", SubQueue.DeadLetter))).DeadLetterReason);
    }

    [ContractFact]
    public async Task A_renewed_lock_lasts_longer()
    {
        await SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = Receiver("plain");
        ServiceBusReceivedMessage message = await NextAsync(receiver);
        DateTimeOffset until = message.LockedUntil;
        // The protocol's clock has milliseconds, and a renewal may come within one.
        for (int renewals = 0; renewals < 1_000 && message.LockedUntil <= until; renewals++)
        {
            await receiver.RenewMessageLockAsync(message);
        }

        Assert.True(message.LockedUntil > until);
    }

    [ContractFact]
    public async Task A_deferred_message_is_received_by_its_number_only()
    {
        await SendAsync("plain", new("1"), new("2"));
        ServiceBusReceiver receiver = Receiver("plain");
        ServiceBusReceivedMessage message = await NextAsync(receiver);
        await receiver.DeferMessageAsync(message);
        Assert.Equal(ServiceBusMessageState.Deferred, (await receiver.PeekMessageAsync())!.State);
        await AllAsync("2", receiver);

        ServiceBusReceivedMessage deferred = await receiver.ReceiveDeferredMessageAsync(message.SequenceNumber);
        Assert.Equal(("1", ServiceBusMessageState.Deferred), (deferred.Body.ToString(), deferred.State));
        await RefusedAsync(ServiceBusFailureReason.MessageNotFound, () => receiver.ReceiveDeferredMessageAsync(message.SequenceNumber + 9));
        await receiver.CompleteMessageAsync(deferred);
        await RefusedAsync(ServiceBusFailureReason.MessageNotFound, () => receiver.ReceiveDeferredMessageAsync(message.SequenceNumber));
    }
}
