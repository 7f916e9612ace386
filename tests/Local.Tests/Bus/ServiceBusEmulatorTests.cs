using System.Net;
using System.Net.NetworkInformation;
using System.Transactions;
using Azure.Messaging.ServiceBus;
using Plumbline.Local.Bus;

namespace Plumbline.Local.Tests.Bus;

public sealed class ServiceBusEmulatorTests : IAsyncLifetime
{
    private EmulatedBus bus = null!;

    public async Task InitializeAsync() => bus = await EmulatedBus.JournalledAsync();

    public async Task DisposeAsync() => await bus.DisposeAsync();

    [Fact]
    public async Task Two_namespaces_on_two_ports_know_nothing_of_each_other()
    {
        await using EmulatedBus other = await EmulatedBus.InMemoryAsync();
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        Assert.Equal(("1", ""), (await bus.BodiesAsync("plain"), await other.BodiesAsync("plain")));
    }

    [Fact]
    public async Task A_port_that_another_emulator_has_is_refused_by_number()
    {
        var settings = new ServiceBusSettings { EntitiesFile = EmulatedBus.ContractFile, Port = bus.Emulator.Port };
        var refusal = await Assert.ThrowsAsync<ServiceBusEmulatorException>(
            () => ServiceBusEmulator.StartAsync(settings, CancellationToken.None));
        Assert.StartsWith($"port {bus.Emulator.Port} of 127.0.0.1 cannot be had", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_is_free_again_once_its_emulator_has_ended()
    {
        int port = bus.Emulator.Port;
        await bus.Emulator.DisposeAsync();
        await using ServiceBusEmulator next = await ServiceBusEmulator.StartAsync(
            new() { EntitiesFile = EmulatedBus.ContractFile, Port = port }, CancellationToken.None);
        Assert.Equal(port, next.Port);
    }

    [Fact]
    public void It_does_not_start_in_Azure()
    {
        var refusal = Assert.Throws<ServiceBusEmulatorException>(() => ServiceBusEmulator.RefuseInAzure("app-of-ours"));
        Assert.Contains("'app-of-ours'", refusal.Message, StringComparison.Ordinal);
        ServiceBusEmulator.RefuseInAzure(null);
    }

    [Fact]
    public void It_listens_on_the_loopback_address_only() => Assert.Equal(
        [IPAddress.Loopback],
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(e => e.Port == bus.Emulator.Port).Select(e => e.Address));

    [Fact]
    public async Task An_abandoned_emulator_answers_no_call_and_writes_nothing_more()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        var (reached, gate) = (new TaskCompletionSource(), new TaskCompletionSource<BusFault>());
        bus.Emulator.Interceptor = (call, _) =>
        {
            if (call.Operation == BusOperation.Send)
            {
                reached.TrySetResult();
                return new(gate.Task);
            }

            return ValueTask.FromResult(BusFault.None);
        };
        Task underWay = bus.SendAsync("plain", new ServiceBusMessage("2"));
        await reached.Task.WaitAsync(EmulatedBus.Patience);
        bus = await bus.CrashAsync(() => gate.SetResult(BusFault.None));
        await Assert.ThrowsAnyAsync<Exception>(() => underWay);
        Assert.Equal("1", await bus.BodiesAsync("plain"));
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_with_the_process_stands()
    {
        var reached = new TaskCompletionSource();
        bus.Emulator.Interceptor = async (call, cancellationToken) =>
        {
            if (call is { Operation: BusOperation.Send, IsDone: true })
            {
                reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return BusFault.None;
        };
        Task sending = bus.SendAsync("plain", new ServiceBusMessage("1"));
        await reached.Task.WaitAsync(EmulatedBus.Patience);
        bus = await bus.CrashAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => sending);
        Assert.Equal("1", await bus.BodiesAsync("plain"));
    }

    [Fact]
    public async Task What_it_does_not_implement_is_not_supported()
    {
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
        ServiceBusReceiver receiver = bus.Client.CreateReceiver("plain");
        ServiceBusReceivedMessage message = await EmulatedBus.NextAsync(receiver);
        var changes = new Dictionary<string, object> { ["a"] = 1 };
        await Assert.ThrowsAsync<NotSupportedException>(() => receiver.AbandonMessageAsync(message, changes));
        await Assert.ThrowsAsync<NotSupportedException>(() => receiver.DeadLetterMessageAsync(message, changes, "r"));
        await using ServiceBusSessionReceiver session = await bus.Client.AcceptSessionAsync("by-session", "a");
        await Assert.ThrowsAsync<NotSupportedException>(() => session.GetSessionStateAsync());
        await using ServiceBusRuleManager rules = bus.Client.CreateRuleManager("told", "all");
        await Assert.ThrowsAsync<NotSupportedException>(
            () => rules.CreateRuleAsync("r", new Azure.Messaging.ServiceBus.Administration.TrueRuleFilter()));
        await Assert.ThrowsAsync<NotSupportedException>(SendInTransactionAsync);
        await receiver.CompleteMessageAsync(message);
    }

    private async Task SendInTransactionAsync()
    {
        using var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
        await bus.SendAsync("plain", new ServiceBusMessage("1"));
    }
}
