using System.Runtime.CompilerServices;
using Azure.Messaging.ServiceBus;
using Plumbline.StandIns.Bus;

namespace Plumbline.Functions.Tests.StandIns.Bus;

public sealed class JournalTests : IDisposable
{
    private readonly FakeClock clock = FakeClock.At("2026-09-07T09:00:00Z");
    private LocalBus bus;

    public JournalTests() => bus = LocalBus.Journalled(clock);

    public void Dispose() => bus.Dispose();

    [Fact]
    public async Task What_was_sent_is_there_after_a_crash_as_it_was_and_what_was_settled_is_not()
    {
        await bus.SendAsync("plain", new("1"), new("2") { MessageId = "m", Subject = "s", ApplicationProperties = { ["at"] = clock.GetUtcNow() } }, new("3"));
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("plain");
        await receiver.CompleteMessageAsync(await NextAsync(receiver));
        ServiceBusReceivedMessage before = (await receiver.PeekMessagesAsync(9))[0];
        clock.Jump(TimeSpan.FromHours(1));
        bus = bus.Crash();

        IReadOnlyList<ServiceBusReceivedMessage> after = await PeekAsync("plain");
        Assert.Equal(["2", "3"], after.Select(m => m.Body.ToString()));
        Assert.Equal(("m", "s", before.SequenceNumber, before.EnqueuedTime), (after[0].MessageId, after[0].Subject, after[0].SequenceNumber, after[0].EnqueuedTime));
        Assert.Equal(before.ApplicationProperties, after[0].ApplicationProperties);
        await bus.SendAsync("plain", new ServiceBusMessage("4"));
        Assert.Equal([2L, 3L, 4L], (await PeekAsync("plain")).Select(m => m.SequenceNumber));
    }

    [Fact]
    public async Task A_locked_message_is_free_after_a_crash_and_its_delivery_stays_counted()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        for (var delivery = 1; delivery <= 3; delivery++)
        {
            Assert.Equal(delivery, (await NextAsync(bus.Client.CreateReceiver("plain"))).DeliveryCount);
            bus = bus.Crash();
        }

        Assert.Empty(await PeekAsync("plain"));
        ServiceBusReceivedMessage dead = await NextAsync(Graveyard());
        Assert.Equal(("MaxDeliveryCountExceeded", "Message could not be consumed after 3 delivery attempts."), (dead.DeadLetterReason, dead.DeadLetterErrorDescription));
    }

    [Fact]
    public async Task Dead_letters_sessions_and_schedules_outlive_crashes()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("plain");
        await receiver.DeadLetterMessageAsync(await NextAsync(receiver), "r", "d");
        await bus.SendAsync("by-session", new("2") { SessionId = "a" }, new("3") { SessionId = "b" });
        ServiceBusSender sender = bus.Client.CreateSender("plain");
        await sender.ScheduleMessageAsync(new("4"), clock.GetUtcNow().AddMinutes(1));
        await sender.CancelScheduledMessageAsync(await sender.ScheduleMessageAsync(new("5"), clock.GetUtcNow().AddMinutes(1)));
        bus = bus.Crash().Crash();

        ServiceBusReceivedMessage dead = await NextAsync(Graveyard());
        Assert.Equal(("1", "r", "d"), (dead.Body.ToString(), dead.DeadLetterReason, dead.DeadLetterErrorDescription));
        await using ServiceBusSessionReceiver session = await bus.Client.AcceptSessionAsync("by-session", "b");
        Assert.Equal("3", (await NextAsync(session)).Body.ToString());
        Assert.Equal([("4", ServiceBusMessageState.Scheduled)], (await PeekAsync("plain")).Select(m => (m.Body.ToString(), m.State)));
        clock.Jump(TimeSpan.FromMinutes(1));
        Assert.Equal("4", (await NextAsync(bus.Client.CreateReceiver("plain"))).Body.ToString());
    }

    [Fact]
    public async Task The_ids_of_the_window_outlive_their_messages_and_crashes()
    {
        await bus.SendAsync("once", new ServiceBusMessage("1") { MessageId = "m" });
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("once");
        await receiver.CompleteMessageAsync(await NextAsync(receiver));
        bus = bus.Crash().Crash();
        await bus.SendAsync("once", new ServiceBusMessage("2") { MessageId = "m" });
        Assert.Empty(await PeekAsync("once"));
        clock.Jump(TimeSpan.FromMinutes(10));
        bus = bus.Crash();
        await bus.SendAsync("once", new ServiceBusMessage("3") { MessageId = "m" });
        Assert.Single(await PeekAsync("once"));
    }

    [Fact]
    public async Task A_crash_at_any_byte_of_the_last_line_loses_that_line_and_no_other()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        await bus.SendAsync("plain", new("2 Ø"), new("3"));
        bus.Broker.Abandon();
        byte[] whole = await File.ReadAllBytesAsync(bus.JournalPath);
        int last = whole.AsSpan(..^1).LastIndexOf((byte)'\n') + 1;
        Assert.InRange(whole.Length - last, 100, 1_000);
        for (int cut = last; cut <= whole.Length; cut++)
        {
            bus = bus.Crash(() => File.WriteAllBytes(bus.JournalPath, whole[..cut]));
            Assert.Equal(cut < whole.Length ? "1" : "1 2 Ø 3", string.Join(' ', (await PeekAsync("plain")).Select(m => m.Body.ToString())));
        }
    }

    [Fact]
    public async Task A_line_that_is_not_one_of_ours_is_named()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        bus.Broker.Abandon();
        int lines = File.ReadAllLines(bus.JournalPath).Length;
        await File.AppendAllTextAsync(bus.JournalPath, "nonsense\n");
        var refusal = Assert.Throws<InvalidDataException>(() => bus.Crash());
        Assert.StartsWith($"Line {lines + 1} of the journal {bus.JournalPath}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_that_is_mostly_dead_is_rewritten_and_loses_nothing()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("kept"));
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("plain");
        await NextAsync(receiver);
        for (var sent = 0; sent < 100; sent++)
        {
            await bus.SendAsync("plain", new ServiceBusMessage(new byte[100 * 1024]));
            await receiver.CompleteMessageAsync(await NextAsync(receiver));
        }

        Assert.InRange(new FileInfo(bus.JournalPath).Length, 1, 2 * 1024 * 1024);
        bus = bus.Crash();
        ServiceBusReceivedMessage kept = Assert.Single(await PeekAsync("plain"));
        Assert.Equal(("kept", 1), (kept.Body.ToString(), kept.DeliveryCount));
    }

    [Fact]
    public async Task A_hundred_thousand_messages_go_in_by_batches_outlive_a_crash_and_come_out_in_order()
    {
        ServiceBusSender sender = bus.Client.CreateSender("plain");
        foreach (int[] thousand in Enumerable.Range(0, 100_000).Chunk(1_000))
        {
            using ServiceBusMessageBatch batch = await sender.CreateMessageBatchAsync();
            Assert.All(thousand, number => Assert.True(batch.TryAddMessage(new($"{number}"))));
            await sender.SendMessagesAsync(batch);
        }

        bus = bus.Crash();
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("plain");
        var expected = 0;
        while (expected < 100_000)
        {
            foreach (ServiceBusReceivedMessage message in await receiver.ReceiveMessagesAsync(1_000))
            {
                Assert.Equal($"{expected++}", message.Body.ToString());
                await receiver.CompleteMessageAsync(message);
            }
        }

        Assert.Empty(await PeekAsync("plain"));
    }

    [Fact]
    public async Task A_settled_message_is_not_kept_in_memory()
    {
        WeakReference letter = await SettledAsync();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(letter.IsAlive);
    }

    [Fact]
    public void A_journal_has_one_broker() =>
        Assert.Throws<IOException>(() => new Journal(bus.JournalPath));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> SettledAsync()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("plain");
        ServiceBusReceivedMessage message = await NextAsync(receiver);
        await receiver.CompleteMessageAsync(message);
        return new(message.Letter);
    }

    private Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekAsync(string queue) => bus.Client.CreateReceiver(queue).PeekMessagesAsync(9);

    private ServiceBusReceiver Graveyard() => bus.Client.CreateReceiver("plain", new ServiceBusReceiverOptions { SubQueue = SubQueue.DeadLetter });

    private static async Task<ServiceBusReceivedMessage> NextAsync(ServiceBusReceiver receiver) =>
        Assert.IsType<ServiceBusReceivedMessage>(await receiver.ReceiveMessageAsync().WaitAsync(Probe.Patience));
}
