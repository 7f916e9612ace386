using Azure.Messaging.ServiceBus;
using Plumbline.Local.Bus;

namespace Plumbline.Local.Tests.Bus;

public sealed class JournalTests : IAsyncLifetime
{
    private readonly FakeClock clock = new(new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero));
    private EmulatedBus bus = null!;

    public async Task InitializeAsync() => bus = await EmulatedBus.JournalledAsync(clock);

    public async Task DisposeAsync() => await bus.DisposeAsync();

    [Fact]
    public async Task A_message_completed_is_gone_after_a_restart_and_the_others_are_there_as_they_were()
    {
        await bus.SendAsync(
            "plain",
            new("1"),
            new("2") { MessageId = "m", Subject = "s", ApplicationProperties = { ["at"] = clock.GetUtcNow() } },
            new("3"));
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("plain");
        await receiver.CompleteMessageAsync(await EmulatedBus.NextAsync(receiver));
        ServiceBusReceivedMessage before = (await bus.PeekAsync("plain"))[0];
        clock.Advance(TimeSpan.FromHours(1));
        bus = await bus.CrashAsync();

        IReadOnlyList<ServiceBusReceivedMessage> after = await bus.PeekAsync("plain");
        Assert.Equal(["2", "3"], after.Select(m => m.Body.ToString()));
        Assert.Equal(
            ("m", "s", before.SequenceNumber, before.EnqueuedTime),
            (after[0].MessageId, after[0].Subject, after[0].SequenceNumber, after[0].EnqueuedTime));
        Assert.Equal(before.ApplicationProperties, after[0].ApplicationProperties);
        await bus.SendAsync("plain", new ServiceBusMessage("4"));
        Assert.Equal([2L, 3L, 4L], (await bus.PeekAsync("plain")).Select(m => m.SequenceNumber));
    }

    [Fact]
    public async Task A_locked_message_is_free_after_a_restart_and_its_delivery_stays_counted()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        for (int delivery = 1; delivery <= 3; delivery++)
        {
            Assert.Equal(delivery, (await bus.NextAsync("plain")).DeliveryCount);
            bus = await bus.CrashAsync();
        }

        Assert.Empty(await bus.BodiesAsync("plain"));
        ServiceBusReceivedMessage dead = await bus.NextAsync("plain", SubQueue.DeadLetter);
        Assert.Equal(
            ("MaxDeliveryCountExceeded", "Message could not be consumed after 3 delivery attempts."),
            (dead.DeadLetterReason, dead.DeadLetterErrorDescription));
    }

    [Fact]
    public async Task Dead_letters_sessions_schedules_and_deferred_messages_outlive_restarts()
    {
        await bus.SendAsync("plain", new("1"), new("2"));
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("plain");
        await receiver.DeadLetterMessageAsync(await EmulatedBus.NextAsync(receiver), "r", "d");
        ServiceBusReceivedMessage deferred = await EmulatedBus.NextAsync(receiver);
        await receiver.DeferMessageAsync(deferred);
        await bus.SendAsync("by-session", new("3") { SessionId = "a" }, new("4") { SessionId = "b" });
        ServiceBusSender sender = bus.Client.CreateSender("plain");
        await sender.ScheduleMessageAsync(new("5"), clock.GetUtcNow().AddMinutes(1));
        await sender.CancelScheduledMessageAsync(await sender.ScheduleMessageAsync(new("6"), clock.GetUtcNow().AddMinutes(1)));
        bus = await (await bus.CrashAsync()).CrashAsync();

        ServiceBusReceivedMessage dead = await bus.NextAsync("plain", SubQueue.DeadLetter);
        Assert.Equal(("1", "r", "d"), (dead.Body.ToString(), dead.DeadLetterReason, dead.DeadLetterErrorDescription));
        await using ServiceBusSessionReceiver session = await bus.Client.AcceptSessionAsync("by-session", "b");
        Assert.Equal("4", (await EmulatedBus.NextAsync(session)).Body.ToString());
        Assert.Equal(
            [("2", ServiceBusMessageState.Deferred), ("5", ServiceBusMessageState.Scheduled)],
            (await bus.PeekAsync("plain")).Select(m => (m.Body.ToString(), m.State)));
        Assert.Equal("2", (await bus.Client.CreateReceiver("plain").ReceiveDeferredMessageAsync(deferred.SequenceNumber)).Body.ToString());
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("5", (await bus.NextAsync("plain")).Body.ToString());
    }

    [Fact]
    public async Task The_ids_of_the_window_outlive_their_messages_and_restarts()
    {
        await bus.SendAsync("once", new ServiceBusMessage("1") { MessageId = "m" });
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("once");
        await receiver.CompleteMessageAsync(await EmulatedBus.NextAsync(receiver));
        bus = await (await bus.CrashAsync()).CrashAsync();
        await bus.SendAsync("once", new ServiceBusMessage("2") { MessageId = "m" });
        Assert.Empty(await bus.BodiesAsync("once"));
        clock.Advance(TimeSpan.FromMinutes(10));
        bus = await bus.CrashAsync();
        await bus.SendAsync("once", new ServiceBusMessage("3") { MessageId = "m" });
        Assert.Equal("3", await bus.BodiesAsync("once"));
    }

    [Fact]
    public async Task A_last_line_torn_at_any_byte_is_dropped_and_no_other_line_is()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        await bus.SendAsync("plain", new("2 Ø"), new("3"));
        bus.Emulator.Abandon();
        byte[] whole = await File.ReadAllBytesAsync(bus.JournalPath);
        int last = whole.AsSpan(..^1).LastIndexOf((byte)'\n') + 1;
        for (int cut = last; cut <= whole.Length; cut++)
        {
            await File.WriteAllBytesAsync(bus.JournalPath, whole[..cut]);
            List<Posted> posted = [];
            using (var journal = new Journal(bus.JournalPath))
            {
                journal.Read(entry => posted.AddRange(entry is Posted message ? [message] : []));
            }

            Assert.Equal(cut < whole.Length ? 1 : 3, posted.Count);
            Assert.Equal(cut < whole.Length ? last : cut, new FileInfo(bus.JournalPath).Length);
        }
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("""[{"$type":"unheard-of"}]""")]
    [InlineData("""[{"$type":"posted","Entity":"evaluations","Sequence":99}]""")]
    [InlineData("""[{"$type":"posted","Entity":"plain","Sequence":99,"At":"2026-09-07T09:00:00Z","Content":null,"To":["plain"]}]""")]
    [InlineData("""[{"$type":"posted","Entity":"plain","Sequence":0,"At":"2026-09-07T09:00:00Z","Content":{"Bytes":"","MessageId":null,"SessionId":null,"TimeToLive":null,"EnqueueAt":null},"To":["plain"]}]""")]
    [InlineData("""[{"$type":"posted","Entity":"plain","Sequence":1,"At":"2026-09-07T09:00:00Z","Content":{"Bytes":"","MessageId":null,"SessionId":null,"TimeToLive":null,"EnqueueAt":null},"To":["plain"]}]""")]
    [InlineData("""[{"$type":"removed","Path":null,"Sequences":[1]}]""")]
    [InlineData("""[{"$type":"remembered","Entity":"once","LastSequence":9223372036854775807,"Ids":{}}]""")]
    public async Task A_line_that_is_not_one_of_ours_is_named_with_its_file(string line)
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        bus.Emulator.Abandon();
        int lines = (await File.ReadAllLinesAsync(bus.JournalPath)).Length;
        await File.AppendAllTextAsync(bus.JournalPath, line + "\n" + "[]\n");
        var refusal = await Assert.ThrowsAsync<ServiceBusEmulatorException>(() => bus.CrashAsync());
        string expected = $"The journal {bus.JournalPath} is damaged: line {lines + 1} was not written by this emulator";
        Assert.StartsWith(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_longer_than_any_call_writes_is_refused()
    {
        bus.Emulator.Abandon();
        await File.AppendAllTextAsync(bus.JournalPath, new string(' ', 9 << 20) + "\n");
        var refusal = await Assert.ThrowsAsync<ServiceBusEmulatorException>(() => bus.CrashAsync());
        Assert.Contains("longer than", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_that_is_mostly_dead_is_rewritten_and_loses_nothing()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("kept"));
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("plain");
        await EmulatedBus.NextAsync(receiver);
        ServiceBusSender sender = bus.Client.CreateSender("plain");
        for (int sent = 0; sent < 50; sent++)
        {
            await sender.SendMessageAsync(new(new byte[100 * 1024]));
            await receiver.CompleteMessageAsync(await EmulatedBus.NextAsync(receiver));
        }

        Assert.InRange(new FileInfo(bus.JournalPath).Length, 1, 2 << 20);
        bus = await bus.CrashAsync();
        ServiceBusReceivedMessage kept = Assert.Single(await bus.PeekAsync("plain"));
        Assert.Equal(("kept", 1), (kept.Body.ToString(), kept.DeliveryCount));
    }

    [Fact]
    public async Task Messages_of_an_entity_that_is_no_longer_declared_are_gone()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        bus.Emulator.Abandon();
        string text = await File.ReadAllTextAsync(bus.JournalPath);
        text = text.Replace("\"plain\"", "\"former\"", StringComparison.Ordinal);
        bus = await bus.CrashAsync(() => File.WriteAllText(bus.JournalPath, text));
        Assert.Empty(await bus.BodiesAsync("plain"));
    }

    [Fact]
    public void A_journal_is_open_in_one_emulator()
    {
        var refusal = Assert.Throws<ServiceBusEmulatorException>(() => new Journal(bus.JournalPath));
        Assert.StartsWith($"The journal {bus.JournalPath} cannot be opened", refusal.Message, StringComparison.Ordinal);
    }
}
