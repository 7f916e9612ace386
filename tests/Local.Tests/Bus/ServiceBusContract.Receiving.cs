using Azure.Messaging.ServiceBus;

namespace Plumbline.Local.Tests.Bus;

public abstract partial class ServiceBusContract
{
    [ContractFact]
    public async Task Messages_come_in_the_order_they_were_sent_and_are_gone_once_completed()
    {
        await SendAsync("plain", new("1"), new("2"));
        await SendAsync("plain", new ServiceBusMessage("3"));
        await AllAsync("1 2 3", Receiver("plain"));
        Assert.Null(await Receiver("plain").PeekMessageAsync());
    }

    [ContractFact]
    public async Task Several_messages_are_received_in_one_call()
    {
        await SendAsync("plain", new("1"), new("2"), new("3"));
        ServiceBusReceiver receiver = Receiver("plain");
        List<string> bodies = [];
        while (bodies.Count < 3)
        {
            bodies.AddRange((await receiver.ReceiveMessagesAsync(3, EmulatedBus.Patience)).Select(m => m.Body.ToString()));
        }

        Assert.Equal(["1", "2", "3"], bodies);
    }

    [ContractFact]
    public async Task A_locked_message_is_not_given_to_another_receiver()
    {
        await SendAsync("plain", new("1"), new("2"));
        await NextAsync(Receiver("plain"));
        await AllAsync("2", Receiver("plain"));
    }

    [ContractFact]
    public async Task A_message_received_and_deleted_is_gone()
    {
        await SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceivedMessage message = await NextAsync(
            Receiver("plain", new ServiceBusReceiverOptions { ReceiveMode = ServiceBusReceiveMode.ReceiveAndDelete }));
        Assert.Equal(("1", 1), (message.Body.ToString(), message.DeliveryCount));
        Assert.Null(await Receiver("plain").PeekMessageAsync());
    }

    [ContractFact]
    public async Task A_peek_locks_nothing_and_goes_on_where_it_ended()
    {
        await SendAsync("plain", new("1"), new("2"), new("3"));
        ServiceBusReceiver receiver = Receiver("plain");
        Assert.Equal(["1", "2"], (await receiver.PeekMessagesAsync(2)).Select(m => m.Body.ToString()));
        Assert.Equal("3", (await receiver.PeekMessageAsync())!.Body.ToString());
        Assert.Null(await receiver.PeekMessageAsync());
        await AllAsync("1 2 3", receiver);
    }

    [ContractFact]
    public async Task A_peeked_message_shows_how_often_it_was_delivered()
    {
        await SendAsync("plain", new ServiceBusMessage("1"));
        Assert.Equal(0, (await Receiver("plain").PeekMessageAsync())!.DeliveryCount);
        ServiceBusReceiver receiver = Receiver("plain");
        await receiver.AbandonMessageAsync(await NextAsync(receiver));
        Assert.Equal(1, (await Receiver("plain").PeekMessageAsync())!.DeliveryCount);
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
        ServiceBusReceiver receiver = Receiver("plain");
        await receiver.PeekMessageAsync(cancellationToken: cancel.Token);
        Task<ServiceBusReceivedMessage> waiting = receiver.ReceiveMessageAsync(EmulatedBus.Patience, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [ContractFact]
    public async Task A_message_that_no_call_waits_for_comes_to_the_next_call_as_its_first_delivery()
    {
        ServiceBusReceiver receiver = Receiver("plain");
        await NothingAsync(receiver);
        await SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceivedMessage message = await NextAsync(receiver);
        Assert.Equal(("1", 1), (message.Body.ToString(), message.DeliveryCount));
        await receiver.CompleteMessageAsync(message);
    }

    [ContractFact]
    public async Task What_a_receiver_prefetched_and_never_gave_out_is_free_once_it_closes()
    {
        await SendAsync("plain", new("1"), new("2"), new("3"));
        ServiceBusReceiver receiver = Receiver("plain", new ServiceBusReceiverOptions { PrefetchCount = 10 });
        await receiver.CompleteMessageAsync(await NextAsync(receiver));
        await receiver.CloseAsync();
        await AllAsync("2 3", Receiver("plain"));
    }

    [ContractFact]
    public async Task A_closed_sender_or_receiver_refuses_calls()
    {
        ServiceBusSender sender = client.CreateSender("plain");
        await sender.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => sender.SendMessageAsync(new("1")));
        ServiceBusReceiver receiver = Receiver("plain");
        await receiver.CloseAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => receiver.ReceiveMessageAsync(Moment));
    }
}
