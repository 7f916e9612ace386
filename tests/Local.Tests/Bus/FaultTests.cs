using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Plumbline.Local.Bus;

namespace Plumbline.Local.Tests.Bus;

/// <summary>What the official client makes of each fault; those after which it sleeps ten seconds are tried without retries.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private EmulatedBus bus = null!;
    private ServiceBusClient retrying = null!;

    public async Task InitializeAsync()
    {
        bus = await EmulatedBus.InMemoryAsync();
        retrying = bus.Connect(retries: 2);
    }

    public async Task DisposeAsync()
    {
        await retrying.DisposeAsync();
        await bus.DisposeAsync();
    }

    [Fact]
    public async Task Each_call_is_seen_before_and_after()
    {
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("plain");
        await bus.SendAsync("plain", new("1"), new("2"));
        await receiver.PeekMessageAsync();
        var calls = new ConcurrentQueue<BusCall>();
        bus.Emulator.Interceptor = (call, _) =>
        {
            calls.Enqueue(call);
            return ValueTask.FromResult(BusFault.None);
        };
        ServiceBusReceivedMessage first = await EmulatedBus.NextAsync(receiver), second = await EmulatedBus.NextAsync(receiver);
        await receiver.RenewMessageLockAsync(first);
        await receiver.CompleteMessageAsync(first);
        await receiver.AbandonMessageAsync(second);
        bus.Emulator.Interceptor = null;
        BusOperation[] made = [BusOperation.Receive, BusOperation.RenewLock, BusOperation.Complete, BusOperation.Abandon];
        Assert.All(made, operation =>
        {
            Assert.Contains(new BusCall(operation, "plain", IsDone: false), calls);
            Assert.Contains(new BusCall(operation, "plain", IsDone: true), calls);
        });
    }

    [Theory]
    [InlineData(BusError.ServerBusy, ServiceBusFailureReason.ServiceBusy, true)]
    [InlineData(BusError.Timeout, ServiceBusFailureReason.ServiceTimeout, true)]
    [InlineData(BusError.NotFound, ServiceBusFailureReason.MessagingEntityNotFound, false)]
    [InlineData(BusError.EntityDisabled, ServiceBusFailureReason.MessagingEntityDisabled, false)]
    [InlineData(BusError.EntityAlreadyExists, ServiceBusFailureReason.MessagingEntityAlreadyExists, false)]
    [InlineData(BusError.QuotaExceeded, ServiceBusFailureReason.QuotaExceeded, false)]
    [InlineData(BusError.MessageTooLarge, ServiceBusFailureReason.MessageSizeExceeded, false)]
    [InlineData(BusError.Internal, ServiceBusFailureReason.GeneralError, true)]
    public async Task A_rejected_send_or_attach_throws_the_error_of_its_condition_and_stores_nothing(
        BusError error, ServiceBusFailureReason reason, bool isTransient)
    {
        foreach (BusOperation operation in new[] { BusOperation.Send, BusOperation.Attach })
        {
            Fail(operation, isDone: false, BusFault.Reject(error));
            ServiceBusException failure = await Assert.ThrowsAsync<ServiceBusException>(
                () => bus.SendAsync("plain", new ServiceBusMessage("1")));
            Assert.Equal((reason, isTransient), (failure.Reason, failure.IsTransient));
        }

        Assert.Empty(await bus.BodiesAsync("plain"));
    }

    [Theory]
    [InlineData(BusError.NotAllowed, typeof(InvalidOperationException))]
    [InlineData(BusError.NotImplemented, typeof(NotSupportedException))]
    [InlineData(BusError.Unauthorized, typeof(UnauthorizedAccessException))]
    [InlineData(BusError.Argument, typeof(ArgumentException))]
    [InlineData(BusError.ArgumentOutOfRange, typeof(ArgumentOutOfRangeException))]
    public async Task Some_rejections_are_exceptions_of_the_framework(BusError error, Type type)
    {
        Fail(BusOperation.Send, isDone: false, BusFault.Reject(error));
        await Assert.ThrowsAsync(type, () => bus.SendAsync("plain", new ServiceBusMessage("1")));
    }

    [Fact]
    public async Task A_busy_management_node_or_settlement_throws_service_busy()
    {
        await bus.SendAsync("plain", new("1"), new("2"));

        // A receiver that met a busy service sleeps before its next call.
        ServiceBusReceiver first = bus.Client.CreateReceiver("plain"), second = bus.Client.CreateReceiver("plain");
        ServiceBusReceivedMessage one = await EmulatedBus.NextAsync(first), two = await EmulatedBus.NextAsync(second);
        Fail(BusOperation.RenewLock, isDone: false, BusFault.Reject(BusError.ServerBusy));
        await RefusedAsync(ServiceBusFailureReason.ServiceBusy, () => first.RenewMessageLockAsync(one));
        Fail(BusOperation.Complete, isDone: false, BusFault.Reject(BusError.ServerBusy));
        await RefusedAsync(ServiceBusFailureReason.ServiceBusy, () => second.CompleteMessageAsync(two));
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "1")]
    public async Task A_connection_dropped_before_the_call_stores_nothing_and_one_dropped_after_it_stores_the_message(
        bool isDone, string stored)
    {
        Fail(BusOperation.Send, isDone, BusFault.Drop);
        ServiceBusException failure = await Assert.ThrowsAsync<ServiceBusException>(
            () => bus.SendAsync("plain", new ServiceBusMessage("1")));
        Assert.Equal((ServiceBusFailureReason.ServiceCommunicationProblem, true), (failure.Reason, failure.IsTransient));
        Assert.Equal(stored, await bus.BodiesAsync("plain"));
    }

    [Theory]
    [InlineData("plain", false, "1")]
    [InlineData("plain", true, "1 1")]
    [InlineData("once", true, "1")]
    public async Task A_client_that_retries_sends_again_and_only_duplicate_detection_drops_the_second(
        string queue, bool isDone, string stored)
    {
        Fail(BusOperation.Send, isDone, BusFault.Drop);
        await retrying.CreateSender(queue).SendMessageAsync(new("1") { MessageId = "m" });
        Assert.Equal(stored, await bus.BodiesAsync(queue));
    }

    [Fact]
    public async Task A_client_that_retries_recovers_from_a_detached_link()
    {
        Fail(BusOperation.Send, isDone: false, BusFault.Detach(BusError.Internal));
        await retrying.CreateSender("plain").SendMessageAsync(new("1"));
        Assert.Equal("1", await bus.BodiesAsync("plain"));
    }

    [Fact]
    public async Task A_client_that_retries_recovers_from_a_refused_token()
    {
        Fail(BusOperation.Authorize, isDone: false, BusFault.Reject(BusError.Unauthorized));
        await retrying.CreateSender("plain").SendMessageAsync(new("1"));
        Assert.Equal("1", await bus.BodiesAsync("plain"));
    }

    [Fact]
    public async Task A_refused_token_throws_unauthorized()
    {
        Fail(BusOperation.Authorize, isDone: false, BusFault.Reject(BusError.Unauthorized));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => bus.SendAsync("plain", new ServiceBusMessage("1")));
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "1")]
    public async Task A_call_that_is_never_answered_times_out(bool isDone, string stored)
    {
        await using var hasty = new ServiceBusClient(
            bus.Emulator.ConnectionString,
            new ServiceBusClientOptions { RetryOptions = new() { MaxRetries = 0, TryTimeout = TimeSpan.FromSeconds(1) } });
        await using ServiceBusSender sender = hasty.CreateSender("plain");
        using ServiceBusMessageBatch open = await sender.CreateMessageBatchAsync();
        Fail(BusOperation.Send, isDone, BusFault.Silence);
        await RefusedAsync(ServiceBusFailureReason.ServiceTimeout, () => sender.SendMessageAsync(new("1")));
        Assert.Equal(stored, await bus.BodiesAsync("plain"));
    }

    [Theory]
    [InlineData(false, "1")]
    [InlineData(true, "")]
    public async Task A_connection_dropped_while_a_message_is_settled_loses_the_lock_to_the_client(bool isDone, string left)
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = retrying.CreateReceiver("plain");
        ServiceBusReceivedMessage message = await EmulatedBus.NextAsync(receiver);
        Fail(BusOperation.Complete, isDone, BusFault.Drop);
        ServiceBusException failure = await Assert.ThrowsAsync<ServiceBusException>(() => receiver.CompleteMessageAsync(message));
        Assert.Equal((ServiceBusFailureReason.MessageLockLost, false), (failure.Reason, failure.IsTransient));
        Assert.Equal(left, await bus.BodiesAsync("plain"));
    }

    [Fact]
    public async Task A_client_that_retries_receives_after_its_connection_dropped_while_it_waited()
    {
        ServiceBusReceiver receiver = retrying.CreateReceiver("plain");
        Fail(BusOperation.Receive, isDone: false, BusFault.Drop);
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        Assert.Equal("1", (await EmulatedBus.NextAsync(receiver)).Body.ToString());
    }

    [Fact]
    public async Task A_client_that_retries_recovers_from_a_connection_dropped_during_a_management_request()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        Fail(BusOperation.Peek, isDone: false, BusFault.Drop);
        Assert.Equal("1", (await retrying.CreateReceiver("plain").PeekMessageAsync()).Body.ToString());
    }

    [Fact]
    public async Task An_interceptor_can_hold_a_call_back()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new TaskCompletionSource<BusFault>(TaskCreationOptions.RunContinuationsAsynchronously);
        bus.Emulator.Interceptor = async (call, cancellationToken) =>
        {
            if (call is not { Operation: BusOperation.Send, IsDone: false })
            {
                return BusFault.None;
            }

            reached.SetResult();
            return await gate.Task.WaitAsync(cancellationToken);
        };
        Task sending = bus.SendAsync("plain", new ServiceBusMessage("1"));
        await reached.Task.WaitAsync(EmulatedBus.Patience);
        Assert.Empty(await bus.BodiesAsync("plain"));
        gate.SetResult(BusFault.None);
        await sending;
        Assert.Equal("1", await bus.BodiesAsync("plain"));
    }

    /// <summary>The next such call meets the fault; the ones after it pass.</summary>
    private void Fail(BusOperation operation, bool isDone, BusFault fault)
    {
        int left = 1;
        bus.Emulator.Interceptor = (call, _) => ValueTask.FromResult(
            call.Operation == operation && call.IsDone == isDone && Interlocked.Exchange(ref left, 0) == 1 ? fault : BusFault.None);
    }

    private static async Task RefusedAsync(ServiceBusFailureReason reason, Func<Task> act) =>
        Assert.Equal(reason, (await Assert.ThrowsAsync<ServiceBusException>(act)).Reason);
}
