using Azure.Messaging.ServiceBus;

namespace Plumbline.Local.Tests.Bus;

public abstract partial class ServiceBusContract
{
    private const int KiB = 1024;

    [ContractFact]
    public async Task A_message_arrives_as_it_was_sent()
    {
        var at = new DateTimeOffset(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);
        var sent = new ServiceBusMessage("Ø \u2028 {}")
        {
            MessageId = "m", CorrelationId = "c", Subject = "s", ContentType = "text/plain", To = "t", ReplyTo = "r",
            ReplyToSessionId = "rs", PartitionKey = "p", TimeToLive = TimeSpan.FromDays(1),
            ApplicationProperties =
            {
                ["text"] = "a:b", ["whole"] = 5, ["long"] = 5L, ["real"] = 0.1, ["yes"] = true, ["id"] = Guid.NewGuid(),
                ["at"] = at, ["span"] = TimeSpan.FromSeconds(1.5), ["link"] = new Uri("https://example.org/"), ["exact"] = 1.10m,
            },
        };
        await SendAsync("plain", sent);

        ServiceBusReceivedMessage message = await NextAsync(Receiver("plain"));
        Assert.Equal("Ø \u2028 {}", message.Body.ToString());
        Assert.Equal(("m", "c", "s", "text/plain"), (message.MessageId, message.CorrelationId, message.Subject, message.ContentType));
        Assert.Equal(
            ("t", "r", "rs", "p", null), (message.To, message.ReplyTo, message.ReplyToSessionId, message.PartitionKey, message.SessionId));
        Assert.Equal((TimeSpan.FromDays(1), 1, ServiceBusMessageState.Active), (message.TimeToLive, message.DeliveryCount, message.State));
        Assert.True(message.SequenceNumber > 0 && message.LockedUntil > message.EnqueuedTime);
        Assert.Equal(sent.ApplicationProperties.OrderBy(p => p.Key), message.ApplicationProperties.OrderBy(p => p.Key));
    }

    [ContractFact]
    public async Task A_body_larger_than_a_frame_arrives_whole()
    {
        byte[] body = new byte[200 * KiB];
        new Random(1).NextBytes(body);
        await SendAsync("plain", new ServiceBusMessage(body));
        Assert.Equal(body, (await NextAsync(Receiver("plain"))).Body.ToArray());
    }

    [ContractFact]
    public async Task A_time_to_live_longer_than_the_header_can_tell_arrives_as_it_was_sent()
    {
        await SendAsync("plain", new ServiceBusMessage("1") { TimeToLive = TimeSpan.FromDays(100) });
        Assert.Equal(TimeSpan.FromDays(100), (await NextAsync(Receiver("plain"))).TimeToLive);
    }

    [ContractFact]
    public async Task A_batch_is_sent_whole_and_takes_only_what_fits()
    {
        await using ServiceBusSender sender = client.CreateSender("plain");
        using ServiceBusMessageBatch batch = await sender.CreateMessageBatchAsync();
        Assert.True(batch.TryAddMessage(new(new byte[100 * KiB])));
        Assert.True(batch.TryAddMessage(new(new byte[100 * KiB])));
        Assert.False(batch.TryAddMessage(new(new byte[100 * KiB])));
        Assert.Equal(256 * KiB, batch.MaxSizeInBytes);
        await sender.SendMessagesAsync(batch);
        ServiceBusReceiver receiver = Receiver("plain");
        Assert.Equal(100 * KiB, (await NextAsync(receiver)).Body.ToMemory().Length);
        Assert.Equal(100 * KiB, (await NextAsync(receiver)).Body.ToMemory().Length);
    }

    [ContractFact]
    public async Task The_messages_of_a_batch_keep_their_own_fields()
    {
        await SendAsync("plain", new("1") { MessageId = "a", Subject = "x" }, new("2") { MessageId = "b" });
        ServiceBusReceiver receiver = Receiver("plain");
        ServiceBusReceivedMessage first = await NextAsync(receiver), second = await NextAsync(receiver);
        Assert.Equal((("a", "x"), ("b", null)), ((first.MessageId, first.Subject), (second.MessageId, second.Subject)));
    }

    [ContractFact]
    public async Task Messages_that_are_too_large_together_are_all_refused()
    {
        await RefusedAsync(
            ServiceBusFailureReason.MessageSizeExceeded, () => SendAsync("plain", new ServiceBusMessage(new byte[256 * KiB])));
        await RefusedAsync(
            ServiceBusFailureReason.MessageSizeExceeded, () => SendAsync("plain", new(new byte[150 * KiB]), new(new byte[150 * KiB])));
        Assert.Null(await Receiver("plain").PeekMessageAsync());
    }

    [ContractFact]
    public async Task A_second_message_with_the_same_id_is_accepted_and_dropped()
    {
        string one = Guid.NewGuid().ToString(), other = Guid.NewGuid().ToString();
        await SendAsync("once", new("1") { MessageId = one }, new("2") { MessageId = other }, new("3") { MessageId = one });
        await SendAsync("once", new ServiceBusMessage("4") { MessageId = other });
        await AllAsync("1 2", Receiver("once"));
        await SendAsync("once", new ServiceBusMessage("5") { MessageId = one });
        Assert.Null(await Receiver("once").PeekMessageAsync());
    }

    [ContractFact]
    public async Task Without_duplicate_detection_each_message_arrives()
    {
        await SendAsync("plain", new("1") { MessageId = "m" }, new("2") { MessageId = "m" });
        await AllAsync("1 2", Receiver("plain"));
    }

    [ContractFact]
    public async Task A_scheduled_message_is_seen_and_not_received_before_its_time()
    {
        await using ServiceBusSender sender = client.CreateSender("plain");
        DateTimeOffset tomorrow = DateTimeOffset.UtcNow.AddDays(1);
        long number = await sender.ScheduleMessageAsync(new("1"), tomorrow);
        ServiceBusReceivedMessage seen = Assert.IsType<ServiceBusReceivedMessage>(await Receiver("plain").PeekMessageAsync());
        Assert.Equal((number, ServiceBusMessageState.Scheduled), (seen.SequenceNumber, seen.State));
        Assert.Equal(tomorrow, seen.ScheduledEnqueueTime, TimeSpan.FromMilliseconds(1));
        await NothingAsync(Receiver("plain"));
        await sender.CancelScheduledMessageAsync(number);
    }

    [ContractFact]
    public async Task A_message_sent_with_a_time_in_the_future_is_scheduled()
    {
        await SendAsync("plain", new ServiceBusMessage("1") { ScheduledEnqueueTime = DateTimeOffset.UtcNow.AddDays(1) });
        ServiceBusReceivedMessage seen = Assert.IsType<ServiceBusReceivedMessage>(await Receiver("plain").PeekMessageAsync());
        Assert.Equal(ServiceBusMessageState.Scheduled, seen.State);
        await client.CreateSender("plain").CancelScheduledMessageAsync(seen.SequenceNumber);
    }

    [ContractFact]
    public async Task A_message_scheduled_for_the_past_is_received_at_once()
    {
        await client.CreateSender("plain").ScheduleMessageAsync(new("1"), DateTimeOffset.UtcNow.AddDays(-1));
        await AllAsync("1", Receiver("plain"));
    }

    [ContractFact]
    public async Task Several_messages_are_scheduled_and_cancelled_together()
    {
        await using ServiceBusSender sender = client.CreateSender("plain");
        IReadOnlyList<long> numbers = await sender.ScheduleMessagesAsync([new("1"), new("2")], DateTimeOffset.UtcNow.AddDays(1));
        Assert.Equal(numbers, (await Receiver("plain").PeekMessagesAsync(9)).Select(m => m.SequenceNumber));
        await sender.CancelScheduledMessagesAsync(numbers);
        Assert.Null(await Receiver("plain").PeekMessageAsync());
    }

    [ContractFact]
    public async Task A_scheduled_message_can_be_cancelled_once()
    {
        await using ServiceBusSender sender = client.CreateSender("plain");
        long number = await sender.ScheduleMessageAsync(new("1"), DateTimeOffset.UtcNow.AddDays(1));
        await sender.CancelScheduledMessageAsync(number);
        Assert.Null(await Receiver("plain").PeekMessageAsync());
        await RefusedAsync(ServiceBusFailureReason.MessageNotFound, () => sender.CancelScheduledMessageAsync(number));
    }

    [ContractFact]
    public async Task A_scheduled_message_counts_among_the_duplicates_at_once()
    {
        await using ServiceBusSender sender = client.CreateSender("once");
        string id = Guid.NewGuid().ToString();
        long number = await sender.ScheduleMessageAsync(new("1") { MessageId = id }, DateTimeOffset.UtcNow.AddDays(1));
        await sender.SendMessageAsync(new("2") { MessageId = id });
        await NothingAsync(Receiver("once"));
        await sender.CancelScheduledMessageAsync(number);
    }

    [ContractFact]
    public async Task A_received_message_can_be_sent_again()
    {
        await SendAsync("plain", new ServiceBusMessage("1") { MessageId = "m", Subject = "s", ApplicationProperties = { ["a"] = 1 } });
        ServiceBusReceiver receiver = Receiver("plain");
        ServiceBusReceivedMessage first = await NextAsync(receiver);
        await SendAsync("plain", new ServiceBusMessage(first));
        ServiceBusReceivedMessage again = await NextAsync(receiver);
        Assert.Equal(
            ("1", "m", "s", 1, 1),
            (again.Body.ToString(), again.MessageId, again.Subject, again.ApplicationProperties["a"], again.DeliveryCount));
    }

    [ContractFact]
    public async Task An_entity_is_found_in_any_letter_case()
    {
        await SendAsync("PLAIN", new ServiceBusMessage("1"));
        await AllAsync("1", Receiver("Plain"));
    }

    [ContractFact]
    public async Task An_entity_that_is_not_declared_is_not_found()
    {
        await RefusedAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => SendAsync("nowhere", new ServiceBusMessage("1")));
        await RefusedAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => Receiver("nowhere").ReceiveMessageAsync(Moment));
        await RefusedAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => Receiver("told/nobody").ReceiveMessageAsync(Moment));
        await RefusedAsync(ServiceBusFailureReason.MessagingEntityNotFound, () => Receiver("nowhere").PeekMessageAsync());
    }
}
