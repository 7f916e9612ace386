using System.Collections.Concurrent;
using System.Globalization;
using Azure.Messaging.ServiceBus;
using Plumbline.Local.Bus;

namespace Plumbline.Local.Tests.Bus;

public sealed class ConcurrencyTests
{
    private const int Messages = 300;

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(20, false)]
    public async Task Receivers_that_come_and_go_are_given_each_message_once(int prefetch, bool isIntercepted)
    {
        await using EmulatedBus bus = await EmulatedBus.InMemoryAsync();
        bus.Emulator.Interceptor = isIntercepted ? PassAsync : null;
        var seen = new ConcurrentQueue<(int Body, int Delivery)>();
        Task[] receiving = [ReceiveAsync(bus, prefetch, seen), ReceiveAsync(bus, prefetch, seen), ReceiveAsync(bus, prefetch, seen)];
        await Task.WhenAll([SendAsync(bus, "plain"), .. receiving]).WaitAsync(EmulatedBus.Patience);
        Assert.Equal(Enumerable.Range(0, Messages).Select(i => (i, 1)), seen.Order());
    }

    [Fact]
    public async Task A_session_keeps_its_order_however_long_the_interceptor_takes()
    {
        await using EmulatedBus bus = await EmulatedBus.InMemoryAsync();
        bus.Emulator.Interceptor = PassAsync;
        await using ServiceBusSessionReceiver session = await bus.Client.AcceptSessionAsync(
            "by-session", "a", new ServiceBusSessionReceiverOptions { PrefetchCount = 20 });
        Task sending = SendAsync(bus, "by-session");
        for (int expected = 0; expected < Messages; expected++)
        {
            ServiceBusReceivedMessage message = await EmulatedBus.NextAsync(session);
            Assert.Equal($"{expected}", message.Body.ToString());
            await session.CompleteMessageAsync(message);
        }

        await sending;
    }

    private static async ValueTask<BusFault> PassAsync(BusCall call, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return BusFault.None;
    }

    private static async Task SendAsync(EmulatedBus bus, string queue)
    {
        await using ServiceBusSender sender = bus.Client.CreateSender(queue);
        foreach (int[] batch in Enumerable.Range(0, Messages).Chunk(7))
        {
            await sender.SendMessagesAsync(batch.Select(i => new ServiceBusMessage($"{i}") { SessionId = "a" }));
        }
    }

    // Waits that end at once leave credit behind, and messages come for which no call waits.
    private static async Task ReceiveAsync(EmulatedBus bus, int prefetch, ConcurrentQueue<(int Body, int Delivery)> seen)
    {
        while (seen.Count < Messages)
        {
            await using ServiceBusReceiver receiver = bus.Client.CreateReceiver(
                "plain", new ServiceBusReceiverOptions { PrefetchCount = prefetch });
            for (int call = 1; call <= 10; call++)
            {
                foreach (ServiceBusReceivedMessage message in await receiver.ReceiveMessagesAsync(call, TimeSpan.FromMilliseconds(call)))
                {
                    await receiver.CompleteMessageAsync(message);
                    seen.Enqueue((int.Parse(message.Body.ToString(), CultureInfo.InvariantCulture), message.DeliveryCount));
                }
            }
        }
    }
}
