using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Tests.Runs;

namespace Plumbline.Functions.Tests.Walks;

/// <summary>What a firm's tables and topic hold when a story begins, read once and written for each point of a walk.</summary>
/// <param name="Partitions">Each with its rows; empty where the tables are not there yet.</param>
internal sealed record Beginning((string Table, TableEntity[] Rows)[] Partitions, IReadOnlyList<ServiceBusReceivedMessage> Messages)
{
    public static readonly Beginning Nothing = new([], []);

    public static async Task<Beginning> OfAsync(FirmTables firm)
    {
        List<(string, TableEntity[])> partitions = [];
        foreach (string table in TableNames.All)
            partitions.AddRange((await firm.RowsAsync(table)).GroupBy(r => r.PartitionKey).Select(g => (table, g.ToArray())));
        return new([.. partitions], await firm.Bus.ToldAsync());
    }

    /// <summary>A firm at this beginning, whose queue is there and empty.</summary>
    public async Task<FirmTables> AgainAsync(bool journalled)
    {
        bool isNothing = Partitions.Length == 0;
        FirmTables firm = await FirmTables.CreateAsync(journalled, isEmpty: isNothing);
        if (isNothing)
            return firm;
        await firm.Queue().CreateAsync();
        foreach ((string table, TableEntity[] rows) in Partitions)
            await firm.WriteAsync(table, rows);
        await firm.Bus.SendAsync(Messages.Select(m => new ServiceBusMessage(m)));
        return firm;
    }
}
