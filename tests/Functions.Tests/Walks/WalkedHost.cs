using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Tests.Runs;
using Plumbline.Local.Bus;

namespace Plumbline.Functions.Tests.Walks;

/// <summary>A host as it is built anew, with every call of it under a script.</summary>
internal sealed class WalkedHost
{
    private const int MostDeliveries = 60;

    private readonly FirmTables _firm;
    private readonly RunStart _start;
    private readonly Relay _relay;
    private readonly Evaluations _evaluations;
    private readonly ServiceBusReceiver _queue;

    public WalkedHost(FirmTables firm, SmallFirm facts, Script script)
    {
        _firm = firm;
        var pending = new ConcurrentDictionary<BusOperation, Mishap>();
        firm.Bus.Broker.Interceptor = call => script.InterruptAsync(call, pending);
        TableSet tables = firm.Open(script.Tables);
        ServiceBusClient client = firm.Bus.Connect();
        Outgoing alerts = new(client.CreateSender(Outgoing.Alerts));
        _start = new(tables, new(client.CreateSender(Outgoing.Evaluations)), facts.Policy, firm.Clock);
        _evaluations = new(new GovernanceRun(tables, alerts, facts.Read, new(null, tables), facts.Policy, firm.Clock).RunAsync);
        _relay = new(tables, alerts);
        _queue = client.CreateReceiver(Outgoing.Evaluations);
    }

    /// <summary>An hour of its life: the timer opens a run, the queue is worked off, the relay comes round. What fails is tried again, as the platform does.</summary>
    public async Task LiveAsync()
    {
        await TriedAsync(() => _start.StartAsync([], "timer", CancellationToken.None));
        await WorkOffAsync();
        await RelayAsync();
    }

    public Task RelayAsync() => TriedAsync(() => _relay.SendAsync(CancellationToken.None));

    private async Task WorkOffAsync()
    {
        for (int delivery = 0; delivery < MostDeliveries; delivery++)
        {
            if (await WaitingAsync() is not { } message)
                return;
            if (await TriedAsync(() => _evaluations.TakeAsync(message, CancellationToken.None), times: 1))
                await TriedAsync(() => _queue.CompleteMessageAsync(message), times: 1);
            else
                await TriedAsync(() => _queue.AbandonMessageAsync(message), times: 1);
        }
        throw new InvalidOperationException("the queue does not come to an end");
    }

    private async Task<ServiceBusReceivedMessage?> WaitingAsync()
    {
        ServiceBusReceivedMessage? message = null;
        await TriedAsync(async () =>
        {
            if (await _queue.PeekMessageAsync(0) is null)
                return;
            // One whose lock nobody holds any more comes back when it has run out.
            _firm.Clock.Jump(TimeSpan.FromMinutes(6));
            message = await _queue.ReceiveMessageAsync(TimeSpan.FromSeconds(1));
        });
        return message;
    }

    private static async Task<bool> TriedAsync(Func<Task> act, int times = 3)
    {
        for (int left = times; left > 0; left--)
        {
            try
            {
                await act();
                return true;
            }
            catch (Exception failure) when (failure is ServiceBusException or Azure.RequestFailedException or AggregateException or IOException)
            {
                // The world's failures: whoever called would call again.
            }
        }
        return false;
    }
}
