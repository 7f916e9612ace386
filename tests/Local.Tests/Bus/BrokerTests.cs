using Plumbline.Local.Bus;

namespace Plumbline.Local.Tests.Bus;

/// <summary>What the broker does that a client cannot see for certain.</summary>
public sealed class BrokerTests : IDisposable
{
    private readonly Broker broker = new(EntitiesFile.Read(EmulatedBus.ContractFile), journal: null, TimeProvider.System);

    public void Dispose() => broker.Dispose();

    [Fact]
    public void Readers_of_one_queue_are_told_in_turn()
    {
        List<string> told = [];
        Reader first = Open("first", told), second = Open("second", told);
        Send(1);
        broker.Receive(first, 1, remove: false);
        Send(1);
        broker.Receive(second, 1, remove: false);
        Send(1);
        Assert.Equal(["first", "second", "second", "first", "first", "second"], told);
    }

    [Fact]
    public void A_closed_reader_is_told_of_nothing()
    {
        List<string> told = [];
        broker.Close(Open("first", told));
        Send(1);
        Assert.Empty(told);
    }

    [Fact]
    public void Several_messages_are_settled_together_or_not_at_all()
    {
        Send(2);
        IReadOnlyList<ReceivedMessage> held = broker.Receive(new("plain", null, () => { }), 2, remove: false);
        Assert.Throws<BusException>(() => broker.Settle("plain", null, [held[0].LockToken, Guid.NewGuid()], Settlement.Complete));
        broker.Settle("plain", null, [.. held.Select(h => h.LockToken)], Settlement.Complete);
        Assert.Empty(broker.Peek("plain", null, 0, 9));
    }

    [Fact]
    public void Several_scheduled_messages_are_cancelled_together_or_not_at_all()
    {
        DateTimeOffset tomorrow = DateTimeOffset.UtcNow.AddDays(1);
        long[] numbers = broker.Send("plain", [new(new([1], EnqueueAt: tomorrow)), new(new([2], EnqueueAt: tomorrow))]);
        Assert.Throws<BusException>(() => broker.Cancel("plain", [.. numbers, 99]));
        Assert.Equal(2, broker.Peek("plain", null, 0, 9).Count);
        broker.Cancel("plain", numbers);
        Assert.Empty(broker.Peek("plain", null, 0, 9));
    }

    [Fact]
    public void A_peek_shows_no_more_bytes_than_a_message_may_have_and_always_one_message()
    {
        for (int i = 0; i < 3; i++)
        {
            broker.Send("plain", [new(new(new byte[200 * 1024]))]);
        }

        Assert.Single(broker.Peek("plain", null, 0, 9));
        Assert.Equal([3L], broker.Peek("plain", null, 3, 9).Select(m => m.Message.Sequence));
    }

    [Fact]
    public void A_batch_that_is_too_large_is_refused_whole()
    {
        NewMessage half = new(new(new byte[150 * 1024]));
        Assert.Equal(BusError.MessageTooLarge, Assert.Throws<BusException>(() => broker.Send("plain", [half, half])).Error);
        Assert.Empty(broker.Peek("plain", null, 0, 9));
    }

    [Fact]
    public void A_duplicate_uses_a_number()
    {
        NewMessage message = new(new([1], MessageId: "m"));
        Assert.Equal(
            [[1L], [2L], [3L]], [broker.Send("once", [message]), broker.Send("once", [message]), broker.Send("once", [new(new([2]))])]);
    }

    private Reader Open(string name, List<string> told)
    {
        var reader = new Reader("plain", null, () => told.Add(name));
        broker.Open(reader);
        return reader;
    }

    private void Send(int count) => broker.Send("plain", [.. Enumerable.Range(0, count).Select(i => new NewMessage(new([(byte)i])))]);
}
