using System.Globalization;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;
using Plumbline.Functions.Tests.Runs;

namespace Plumbline.Functions.Tests.Walks;

/// <summary>What a firm's tables and topic hold in the end, without the instants.</summary>
internal sealed record Aftermath(string[] Rows, string[] Messages)
{
    /// <summary>Reads it, and sees that nothing is lost or out of order, whatever happened.</summary>
    public static async Task<Aftermath> OfAsync(FirmTables firm)
    {
        firm.Bus.Interceptor = null;
        IReadOnlyList<ServiceBusReceivedMessage> received = await firm.Bus.ToldAsync();
        var told = received.Select(m => (m.MessageId ?? "").Split(':')).GroupBy(id => id[0]).ToDictionary(g => g.Key, g => g.Select(id => int.Parse(id[1], CultureInfo.InvariantCulture)).ToArray());
        var transitions = (await firm.TransitionsAsync()).CountBy(t => t.Text("fingerprint")).ToDictionary();
        Assert.Empty(await firm.OutboxAsync());
        foreach (var alert in await firm.AlertsAsync())
        {
            int sequence = alert.GetInt32("sequence").GetValueOrDefault();
            Assert.Equal(sequence, transitions[alert.Text("fingerprint")]);
            Assert.Equal(Enumerable.Range(1, sequence), told[alert.Text("fingerprint")]);
        }
        return new(await firm.EverythingAsync(), [.. received.Select(Line).Order(StringComparer.Ordinal)]);
    }

    public static void Same(Aftermath expected, Aftermath actual)
    {
        Assert.Equal(expected.Rows, actual.Rows);
        Assert.Equal(expected.Messages, actual.Messages);
    }

    private static string Line(ServiceBusReceivedMessage message)
    {
        JsonObject body = JsonNode.Parse(message.Body.ToMemory().Span)!.AsObject();
        body.Remove("time");
        return $"{message.MessageId} {message.SessionId} {body.ToJsonString()}";
    }
}
