using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;

namespace Plumbline.Local.Tests.Bus;

public abstract partial class ServiceBusContract
{
    [ContractFact]
    public async Task A_processor_completes_what_its_handler_takes_and_abandons_what_it_throws_on()
    {
        await SendAsync("plain", new("1"), new("2"));
        var deliveries = new ConcurrentQueue<(string Body, int Delivery)>();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ServiceBusProcessor processor = client.CreateProcessor(
            "plain", new ServiceBusProcessorOptions { MaxConcurrentCalls = 1 });
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        processor.ProcessMessageAsync += args =>
        {
            deliveries.Enqueue((args.Message.Body.ToString(), args.Message.DeliveryCount));
            if (deliveries.Count == 3)
            {
                done.SetResult();
            }

            return deliveries.Count == 1 ? throw new InvalidOperationException("the first delivery fails") : Task.CompletedTask;
        };
        await processor.StartProcessingAsync();
        await done.Task.WaitAsync(EmulatedBus.Patience);
        await processor.StopProcessingAsync();

        Assert.Equal([("1", 1), ("1", 2), ("2", 1)], deliveries.Order());
        Assert.Null(await Receiver("plain").PeekMessageAsync());
    }

    [ContractFact]
    public async Task A_session_processor_keeps_the_order_within_each_session()
    {
        string[] sessions = ["a", "b", "c"];
        await SendAsync("by-session", [.. Enumerable.Range(0, 30).Select(i => In(sessions[i % 3], $"{i}"))]);
        var bodies = new ConcurrentDictionary<string, ConcurrentQueue<int>>();
        var done = new CountdownEvent(30);
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ServiceBusSessionProcessor processor = client.CreateSessionProcessor(
            "by-session", new ServiceBusSessionProcessorOptions { MaxConcurrentSessions = 2, SessionIdleTimeout = Moment });
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        processor.ProcessMessageAsync += args =>
        {
            bodies.GetOrAdd(args.SessionId, _ => []).Enqueue(
                int.Parse(args.Message.Body.ToString(), System.Globalization.CultureInfo.InvariantCulture));
            if (done.Signal())
            {
                all.SetResult();
            }

            return Task.CompletedTask;
        };
        await processor.StartProcessingAsync();
        await all.Task.WaitAsync(EmulatedBus.Patience);
        await processor.StopProcessingAsync();

        Assert.All(sessions, (session, index) => Assert.Equal(Enumerable.Range(0, 10).Select(i => (i * 3) + index), bodies[session]));
    }
}
