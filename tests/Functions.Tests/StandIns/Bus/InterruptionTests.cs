using Azure.Messaging.ServiceBus;
using Plumbline.StandIns.Bus;

namespace Plumbline.Functions.Tests.StandIns.Bus;

/// <summary>What tests of the app use to break the broker at each of its calls.</summary>
public sealed class InterruptionTests : IDisposable
{
    private LocalBus bus = LocalBus.Journalled();

    public void Dispose() => bus.Dispose();

    [Fact]
    public async Task Each_call_is_told_of_before_and_after()
    {
        List<BusCall> calls = [];
        bus.Broker.Interceptor = call => { calls.Add(call); return Task.CompletedTask; };
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("plain");
        await bus.SendAsync("plain", new("1"), new("2"), new("3"));
        IReadOnlyList<ServiceBusReceivedMessage> messages = await receiver.ReceiveMessagesAsync(3);
        await receiver.RenewMessageLockAsync(messages[0]);
        await receiver.CompleteMessageAsync(messages[0]);
        await receiver.AbandonMessageAsync(messages[1]);
        await receiver.DeadLetterMessageAsync(messages[2]);
        BusOperation[] made = [BusOperation.Send, BusOperation.Receive, BusOperation.Renew, BusOperation.Complete, BusOperation.Abandon, BusOperation.DeadLetter];
        Assert.Equal(made.SelectMany(o => new[] { new BusCall(o, "plain", IsDone: false), new BusCall(o, "plain", IsDone: true) }), calls);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_failure_before_the_write_leaves_nothing_and_one_after_it_everything(bool after, int written)
    {
        bus.Broker.Interceptor = call => call.IsDone == after ? throw new ServiceBusException("no answer", ServiceBusFailureReason.ServiceTimeout) : Task.CompletedTask;
        ServiceBusException failure = await Assert.ThrowsAsync<ServiceBusException>(() => bus.SendAsync("plain", new ServiceBusMessage("1")));
        Assert.True(failure.IsTransient);
        bus.Broker.Interceptor = null;
        Assert.Equal(written, await CountAsync());
    }

    [Fact]
    public async Task A_call_that_hangs_ends_with_its_callers_patience()
    {
        bus.Broker.Interceptor = _ => new TaskCompletionSource().Task;
        using var patience = new CancellationTokenSource();
        Task sending = bus.Client.CreateSender("plain").SendMessageAsync(new("1"), patience.Token);
        Assert.False(sending.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        bus.Broker.Interceptor = null;
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task After_the_end_no_call_returns_and_nothing_is_written()
    {
        var (gate, reached) = (new TaskCompletionSource(), new TaskCompletionSource());
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("plain");
        ServiceBusReceivedMessage message = Assert.IsType<ServiceBusReceivedMessage>(await receiver.ReceiveMessageAsync());
        bus.Broker.Interceptor = call =>
        {
            reached.TrySetResult();
            return gate.Task;
        };
        LocalBus dead = bus;
        Task underWay = receiver.CompleteMessageAsync(message);
        await reached.Task.WaitAsync(Probe.Patience);
        bus = bus.Crash();
        dead.Broker.Interceptor = null;
        gate.SetResult();
        Task later = dead.SendAsync("plain", new ServiceBusMessage("2"));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        Task cancelledLater = receiver.ReceiveMessageAsync(null, cancelled.Token);

        Assert.Equal(1, await CountAsync());
        Assert.DoesNotContain([underWay, later, cancelledLater], task => task.IsCompleted);
        Assert.Equal(2, (await bus.Client.CreateReceiver("plain").ReceiveMessageAsync())!.DeliveryCount);
    }

    [Fact]
    public async Task A_write_whose_answer_the_end_cut_off_stands()
    {
        bus.Broker.Interceptor = call => call.IsDone ? new TaskCompletionSource().Task : Task.CompletedTask;
        Task sending = bus.SendAsync("plain", new ServiceBusMessage("1"));
        bus = bus.Crash();
        Assert.False(sending.IsCompleted);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public void There_is_one_broker_of_a_name_in_whatever_case()
    {
        Assert.Same(bus.Broker, Brokers.At(bus.Host.ToUpperInvariant()));
        Assert.Throws<InvalidOperationException>(() => Brokers.Open(bus.Host, new()));
    }

    private async Task<int> CountAsync() => (await bus.Client.CreateReceiver("plain").PeekMessagesAsync(9)).Count;
}
