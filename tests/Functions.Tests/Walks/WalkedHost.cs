using Azure.Messaging.ServiceBus;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using NodaTime;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Tests.Runs;

namespace Plumbline.Functions.Tests.Walks;

/// <summary>A host as it is built anew, with every call of it under a script, and the platform that hands it the messages of its queue.</summary>
internal sealed class WalkedHost
{
    private const int MostDeliveries = 60;

    private readonly FirmTables _firm;
    private readonly RunStart _start;
    private readonly Relay _relay;
    private readonly Evaluations _evaluations;
    private readonly QueueClient _queue;

    public WalkedHost(FirmTables firm, SmallFirm facts, Script script)
    {
        _firm = firm;
        firm.Bus.Interceptor = script.InterruptAsync;
        TableSet tables = firm.Open(Way.Tables(script));
        Outgoing alerts = firm.Bus.Alerts;
        ExportsContainer exports = firm.Exports(Way.Blobs(script), DateTimeZoneProviders.Tzdb[facts.Policy.Clock.Zone]);
        _start = new(tables, firm.Evaluations(Way.Queue(script)), facts.Policy, firm.Clock);
        _evaluations = new(new GovernanceRun(tables, alerts, exports.ReadAsync, new(null, tables), facts.Policy, firm.Clock).RunAsync, new(firm.Meter), firm.Clock);
        _relay = new(tables, alerts, new(firm.Meter), firm.Clock);
        _queue = firm.Queue(Way.Queue(script));
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
            if (await NextAsync() is not { } message)
                return;
            if (await TriedAsync(() => _evaluations.TakeAsync(message.MessageText, CancellationToken.None), times: 1))
                await TriedAsync(() => _queue.DeleteMessageAsync(message.MessageId, message.PopReceipt), times: 1);
        }
        throw new InvalidOperationException("the queue does not come to an end");
    }

    /// <summary>The next message, be it one that another host had in hand; null where the queue is empty.</summary>
    private async Task<QueueMessage?> NextAsync()
    {
        QueueMessage? message = null;
        await TriedAsync(async () =>
        {
            await _firm.ReturnMessagesAsync();
            message = await _queue.ReceiveMessageAsync(FirmTables.InHand);
            if (message is not null)
                _firm.Held[message.MessageId] = message.PopReceipt;
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
            catch (Exception failure) when (failure is ServiceBusException or Azure.RequestFailedException or AggregateException or IOException or QueueException)
            {
                // The world's failures: whoever called would call again.
            }
        }
        return false;
    }
}
