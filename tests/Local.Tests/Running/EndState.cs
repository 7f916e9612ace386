using System.Globalization;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Plumbline.Functions.Tables;

namespace Plumbline.Local.Tests.Running;

/// <summary>Findings, alerts, transitions and messages of a program that is up, without instants and runs.</summary>
internal sealed record EndState(string[] Findings, string[] Alerts, string[] Transitions, string[] Messages)
{
    private const int MostMessages = 1_000;

    // The emulator's account, published with it: the same on every machine.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static TableServiceClient TablesOf(LocalProgram program) =>
        new(new Uri($"http://127.0.0.1:{program.TablesPort}/{Account}"), new TableSharedKeyCredential(Account, Key));

    /// <summary>Reads it, and asserts that each alert has as many transitions and messages as its sequence says, and none waits.</summary>
    public static async Task<EndState> ReadAsync(LocalProgram program)
    {
        TableServiceClient tables = TablesOf(program);
        List<TableEntity> alerts = await RowsAsync(tables, TableNames.Alerts);
        List<TableEntity> transitions = await RowsAsync(tables, TableNames.Transitions);
        Assert.All(alerts, row => Assert.StartsWith(AlertRow.First, row.RowKey, StringComparison.Ordinal));
        string[] messages = await MessagesAsync(program.BusConnection);
        foreach (TableEntity alert in alerts)
        {
            string fingerprint = alert.GetString("fingerprint");
            int sequence = alert.GetInt32("sequence")!.Value;
            Assert.Equal(sequence, transitions.Count(t => t.GetString("fingerprint") == fingerprint));
            Assert.Equal(
                Enumerable.Range(1, sequence).Select(n => string.Create(CultureInfo.InvariantCulture, $"{fingerprint}:{n}")),
                messages.Select(m => m.Split(' ')[0]).Where(id => id.StartsWith(fingerprint + ":", StringComparison.Ordinal)));
        }
        return new(
            Lines(await RowsAsync(tables, TableNames.Findings), "verdict", "reason", "message", "due"),
            Lines(alerts, "state", "sequence", "open", "severity", "message"),
            Lines(transitions, "fingerprint", "transition", "message"),
            messages);
    }

    public static void Same(EndState expected, EndState actual)
    {
        Assert.Equal(expected.Findings, actual.Findings);
        Assert.Equal(expected.Alerts, actual.Alerts);
        Assert.Equal(expected.Transitions, actual.Transitions);
        Assert.Equal(expected.Messages, actual.Messages);
    }

    private static async Task<string[]> MessagesAsync(string connection)
    {
        await using var client = new ServiceBusClient(connection);
        await using ServiceBusReceiver receiver = client.CreateReceiver("alerts", "all");
        IReadOnlyList<ServiceBusReceivedMessage> messages = await receiver.PeekMessagesAsync(MostMessages, fromSequenceNumber: 0);
        return [.. messages.Select(m => $"{m.MessageId} {m.SessionId} {m.Subject}").Order(StringComparer.Ordinal)];
    }

    private static string[] Lines(IEnumerable<TableEntity> rows, params string[] columns) =>
        [.. rows.Select(row => Line(row, columns)).Order(StringComparer.Ordinal)];

    private static string Line(TableEntity row, string[] columns) =>
        string.Join('|', [row.PartitionKey, row.RowKey, .. columns.Select(c => row.TryGetValue(c, out object? value) ? $"{value}" : "")]);

    private static async Task<List<TableEntity>> RowsAsync(TableServiceClient tables, string name)
    {
        List<TableEntity> rows = [];
        await foreach (TableEntity row in tables.GetTableClient(name).QueryAsync<TableEntity>())
            rows.Add(row);
        return rows;
    }
}
