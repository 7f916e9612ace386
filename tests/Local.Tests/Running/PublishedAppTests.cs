using System.Net;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;

namespace Plumbline.Local.Tests.Running;

/// <summary>The folder that <c>dotnet publish functions</c> makes, under the local host: what is deployed, from the request to the message.</summary>
public sealed class PublishedAppTests
{
    [PublishedAppFact]
    public async Task The_published_functions_answer_run_and_send_their_alerts_to_the_topic()
    {
        using var exports = new SmallExports();
        await using var program = new LocalProgram([.. exports.Arguments, "--app", PublishedAppFactAttribute.Folder!]);
        await program.UpAsync();
        using var client = new HttpClient { BaseAddress = program.Address };
        client.DefaultRequestHeaders.Add("x-functions-key", await File.ReadAllTextAsync(Path.Combine(exports.Home, "key")));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(program.Health)).StatusCode);
        Assert.Contains("finished", from run in await RowsAsync(client, "/api/results/runs?format=json") select (string?)run!["state"]);
        string[] alerts = [.. from alert in await RowsAsync(client, "/api/alerts") select $"{alert!["fingerprint"]}:{alert["sequence"]}"];
        Assert.NotEmpty(alerts);
        await using var bus = new ServiceBusClient(program.BusConnection);
        await using ServiceBusReceiver receiver = bus.CreateReceiver("alerts", "all");
        List<string> received = [];
        while (received.Count < alerts.Length)
        {
            IReadOnlyList<ServiceBusReceivedMessage> some = await receiver.ReceiveMessagesAsync(alerts.Length, TimeSpan.FromSeconds(30));
            Assert.NotEmpty(some);
            received.AddRange(some.Select(m => m.MessageId));
        }

        Assert.Equal(alerts.Order(StringComparer.Ordinal), received.Order(StringComparer.Ordinal));
    }

    private static async Task<JsonArray> RowsAsync(HttpClient client, string path) => JsonNode.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative)))!.AsArray();
}
