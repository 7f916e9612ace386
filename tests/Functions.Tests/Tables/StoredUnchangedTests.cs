using Azure.Data.Tables;
using Plumbline.Functions.Tables;
using Xunit.Abstractions;

namespace Plumbline.Functions.Tests.Tables;

/// <summary>What the rules let through is stored as it was given, whatever it holds: hundreds of rows of chance.</summary>
public sealed class StoredUnchangedTests(ITestOutputHelper output)
{
    private const int Seed = 20261130;
    private const int Partitions = 8;
    private const int RowsOfEach = 40;

    // No comma follows a quote: Azurite cuts the address of a write in a transaction there, and stores the row under other keys.
    private static readonly string[] Morsels =
        ["a", "Z", "7", " ", "'", "''", "\"", "%", "%27", "%2F", "+", "&", "=", "a,b", ";", ":", "|", "(", ")", "{", "}", "~", "!", "@", "$", "^", "*", "[", "]", "<", ">", "`", ".", "-", "_", "é", "ß", "漢", "😀", "RowKey", "$batch"];

    private static readonly string[] TextMorsels = [.. Morsels, "/", "\\", "#", "?", "\r\n", "\t", "\u2028", "\u0085", " HTTP/1.1\r\n\r\n", "--batch_", "{\"odata.etag\":1}", new('x', 5_000)];

    [Fact]
    public async Task Rows_of_chance_come_back_as_they_were_written()
    {
        output.WriteLine($"seed {Seed}");
        var chance = new Random(Seed);
        var table = new TableClient(await AzuriteFixture.ConnectionStringAsync(), $"t{Guid.NewGuid():N}", TablesSettings.Options());
        await table.CreateAsync();
        foreach (string partition in Keys(chance, Partitions))
        {
            TableEntity[] rows = [.. Keys(chance, RowsOfEach).Select(key => Row(chance, partition, key))];
            await WriteAsync(chance, table, rows);

            List<TableEntity> back = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}")).ToListAsync();

            Assert.Empty(rows.Select(Line).Except(back.Select(Line)));
            Assert.Equal(rows.Length, back.Count);
            Assert.Equal(Line(rows[0]), Line(await table.GetEntityAsync<TableEntity>(partition, rows[0].RowKey)));
            await DeleteAsync(table, back);
            Assert.Empty(await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}")).ToListAsync());
        }
    }

    /// <summary>Some rows one by one, and the others in a transaction.</summary>
    private static async Task WriteAsync(Random chance, TableClient table, TableEntity[] rows)
    {
        int alone = chance.Next(1, rows.Length - 1);
        for (int i = 0; i < alone; i++)
            await (i % 2 == 0 ? table.AddEntityAsync(rows[i]) : table.UpsertEntityAsync(rows[i], TableUpdateMode.Replace));
        await table.SubmitTransactionAsync(rows.Skip(alone).Select((r, i) =>
            new TableTransactionAction(i % 2 == 0 ? TableTransactionActionType.Add : TableTransactionActionType.UpsertReplace, r)));
    }

    private static async Task DeleteAsync(TableClient table, List<TableEntity> rows)
    {
        await table.DeleteEntityAsync(rows[0].PartitionKey, rows[0].RowKey, rows[0].ETag);
        await table.SubmitTransactionAsync(rows.Skip(1).Select(r => new TableTransactionAction(TableTransactionActionType.Delete, r, r.ETag)));
    }

    private static HashSet<string> Keys(Random chance, int count)
    {
        HashSet<string> keys = [];
        while (keys.Count < count)
            keys.Add(Text(chance, Morsels, 12));
        return keys;
    }

    private static string Text(Random chance, string[] morsels, int most) => string.Concat(chance.GetItems(morsels, chance.Next(most + 1)));

    private static TableEntity Row(Random chance, string partition, string key)
    {
        var row = new TableEntity(partition, key);
        for (int columns = chance.Next(12); columns > 0; columns--)
            row[$"{"_Aéλ"[chance.Next(4)]}{columns}"] = Value(chance);
        return row;
    }

    private static object Value(Random chance) => chance.Next(8) switch
    {
        0 => chance.Next(int.MinValue, int.MaxValue),
        1 => chance.NextInt64(long.MinValue, long.MaxValue),
        2 => chance.GetItems([0.0, -0.5, 3.0, 1e300, double.Epsilon], 1)[0],
        3 => chance.Next(2) == 0,
        4 => new Guid(Bytes(chance, 16)),
        5 => Bytes(chance, chance.Next(100)),
        6 => new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(chance.NextInt64(DateTime.MaxValue.Ticks - new DateTime(1601, 1, 1).Ticks)),
        _ => Text(chance, TextMorsels, 8),
    };

    private static byte[] Bytes(Random chance, int length)
    {
        byte[] bytes = new byte[length];
        chance.NextBytes(bytes);
        return bytes;
    }

    private static string Line(TableEntity row) => $"{row.PartitionKey} {row.RowKey} " + string.Join(" | ", row.Keys
        .Where(k => k is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag")).Order(StringComparer.Ordinal).Select(k => $"{k}: {row[k].GetType().Name} {Said(row[k])}"));

    private static string Said(object value) => value switch
    {
        byte[] bytes => Convert.ToHexString(bytes),
        DateTimeOffset date => $"{date:O}",
        _ => $"{value}",
    };
}
