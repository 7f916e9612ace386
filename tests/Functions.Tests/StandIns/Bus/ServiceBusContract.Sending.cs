using Azure.Messaging.ServiceBus;

namespace Plumbline.Functions.Tests.StandIns.Bus;

public abstract partial class ServiceBusContract
{
    private const int KiB = 1024;

    [ContractFact]
    public async Task A_batch_is_sent_whole_and_takes_no_more_than_fits()
    {
        ServiceBusSender sender = Client.CreateSender("plain");
        using ServiceBusMessageBatch batch = await sender.CreateMessageBatchAsync();
        Assert.True(batch.TryAddMessage(new(new byte[100 * KiB])));
        Assert.True(batch.TryAddMessage(new(new byte[100 * KiB])));
        Assert.False(batch.TryAddMessage(new(new byte[100 * KiB])));
        Assert.Equal(2, batch.Count);
        Assert.InRange(batch.SizeInBytes, 200 * KiB, batch.MaxSizeInBytes);
        await sender.SendMessagesAsync(batch);
        Assert.Equal(2, (await Receiver("plain").PeekMessagesAsync(10)).Count);
    }

    [ContractFact]
    public async Task A_message_or_a_list_of_them_that_is_too_large_is_refused_whole()
    {
        await RefusedAsync(ServiceBusFailureReason.MessageSizeExceeded, () => SendAsync("plain", new ServiceBusMessage(new byte[256 * KiB])));
        await RefusedAsync(ServiceBusFailureReason.MessageSizeExceeded, () => SendAsync("plain", new(new byte[150 * KiB]), new(new byte[150 * KiB])));
        Assert.Null(await Receiver("plain").PeekMessageAsync());
    }

    [ContractFact]
    public async Task Nothing_is_sent_of_nothing()
    {
        await SendAsync("plain");
        Assert.Null(await Receiver("plain").PeekMessageAsync());
    }

    [ContractFact]
    public async Task A_second_message_of_an_id_is_accepted_and_dropped()
    {
        string one = Guid.NewGuid().ToString(), other = Guid.NewGuid().ToString();
        await SendAsync("once", new("1") { MessageId = one }, new("2") { MessageId = other }, new("3") { MessageId = one });
        await SendAsync("once", new ServiceBusMessage("4") { MessageId = other });
        Assert.Equal("1 2", await AllAsync(Receiver("once")));
        await SendAsync("once", new ServiceBusMessage("5") { MessageId = one });
        Assert.Null(await Receiver("once").PeekMessageAsync());
    }

    [ContractFact]
    public async Task Where_duplicates_are_not_detected_each_message_arrives()
    {
        await SendAsync("plain", new("1") { MessageId = "m" }, new("2") { MessageId = "m" });
        Assert.Equal("1 2", await AllAsync(Receiver("plain")));
    }

    [ContractFact]
    public async Task A_scheduled_message_is_seen_and_not_received_before_its_time()
    {
        ServiceBusSender sender = Client.CreateSender("plain");
        DateTimeOffset tomorrow = DateTimeOffset.UtcNow.AddDays(1);
        long number = await sender.ScheduleMessageAsync(new("1"), tomorrow);
        ServiceBusReceivedMessage seen = Assert.IsType<ServiceBusReceivedMessage>(await Receiver("plain").PeekMessageAsync());
        Assert.Equal((number, ServiceBusMessageState.Scheduled), (seen.SequenceNumber, seen.State));
        Assert.Equal(tomorrow, seen.ScheduledEnqueueTime, TimeSpan.FromMilliseconds(1));
        await NothingAsync(Receiver("plain"));
        await sender.CancelScheduledMessageAsync(number);
    }

    [ContractFact]
    public async Task A_scheduled_message_can_be_cancelled_once()
    {
        ServiceBusSender sender = Client.CreateSender("plain");
        long number = await sender.ScheduleMessageAsync(new("1"), DateTimeOffset.UtcNow.AddDays(1));
        await sender.CancelScheduledMessageAsync(number);
        Assert.Null(await Receiver("plain").PeekMessageAsync());
        await RefusedAsync(ServiceBusFailureReason.MessageNotFound, () => sender.CancelScheduledMessageAsync(number));
    }

    [ContractFact]
    public async Task A_scheduled_message_counts_among_the_duplicates_at_once()
    {
        ServiceBusSender sender = Client.CreateSender("once");
        string id = Guid.NewGuid().ToString();
        long number = await sender.ScheduleMessageAsync(new("1") { MessageId = id }, DateTimeOffset.UtcNow.AddDays(1));
        await sender.SendMessageAsync(new("2") { MessageId = id });
        await NothingAsync(Receiver("once"));
        await sender.CancelScheduledMessageAsync(number);
    }

    [ContractFact]
    public async Task What_was_received_can_be_sent_again()
    {
        await SendAsync("plain", new ServiceBusMessage("1") { MessageId = "m", Subject = "s", ApplicationProperties = { ["a"] = 1 } });
        ServiceBusReceiver receiver = Receiver("plain");
        ServiceBusReceivedMessage first = await NextAsync(receiver);
        await SendAsync("plain", new ServiceBusMessage(first));
        ServiceBusReceivedMessage again = await NextAsync(receiver);
        Assert.Equal(("1", "m", "s", 1, 1), (again.Body.ToString(), again.MessageId, again.Subject, again.ApplicationProperties["a"], again.DeliveryCount));
    }
}
