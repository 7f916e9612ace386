using System.Globalization;
using Azure.Messaging.ServiceBus;
using Plumbline.Functions.Bus;
using Plumbline.Local.Bus;

namespace Plumbline.Benchmarks.Publishing;

/// <summary>The emulated bus with a journal, for benchmarks; its topic has one subscription, so that it holds each message once.</summary>
internal sealed class Bus : IAsyncDisposable
{
    private const string Entities = """
        { "UserConfig": { "Namespaces": [ { "Name": "bench", "Topics": [ { "Name": "alerts",
          "Properties": { "RequiresDuplicateDetection": true, "DuplicateDetectionHistoryTimeWindow": "P1D" },
          "Subscriptions": [ { "Name": "all", "Properties": { "LockDuration": "PT1M", "MaxDeliveryCount": 10 } } ] } ] } ] } }
        """;

    private const int MessageBytes = 500;
    private const int MessagesOfABatch = 100;

    private readonly string _folder;
    private readonly ServiceBusEmulator _emulator;

    private Bus(string folder, ServiceBusEmulator emulator) => (_folder, _emulator) = (folder, emulator);

    public string ConnectionString => _emulator.ConnectionString;

    public static async Task<Bus> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("plumbline-bench-").FullName;
        var entities = Path.Combine(folder, "entities.json");
        await File.WriteAllTextAsync(entities, Entities);
        return new(folder, await ServiceBusEmulator.StartAsync(new() { EntitiesFile = entities, JournalFolder = folder }, CancellationToken.None));
    }

    /// <summary>How many messages a second are stored, sent by the official client in batches; the first round warms the process.</summary>
    public static async Task MeasureAsync(int messages)
    {
        await using var bus = await StartAsync();
        await using var client = new ServiceBusClient(bus.ConnectionString);
        await using var sender = client.CreateSender(Outgoing.Alerts);
        for (var round = 1; round <= 3; round++)
        {
            var began = TimeProvider.System.GetTimestamp();
            for (var sent = 0; sent < messages; sent += MessagesOfABatch)
            {
                await sender.SendMessagesAsync(Enumerable.Range(sent, MessagesOfABatch).Select(n => new ServiceBusMessage(new byte[MessageBytes]) { MessageId = $"{round}-{n}" }));
            }

            var took = TimeProvider.System.GetElapsedTime(began);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: {messages / took.TotalSeconds:0} messages a second of {MessageBytes} bytes, in batches of {MessagesOfABatch}"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _emulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
