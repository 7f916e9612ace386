using Azure;
using Azure.Data.Tables;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Tests.Runs;

namespace Plumbline.Functions.Tests.Tables;

public sealed class PartitionTests
{
    private static TableTransactionAction Add(string key, params string[] texts)
    {
        var row = new TableEntity("p", key);
        for (int i = 0; i < texts.Length; i++)
            row[$"text{i}"] = texts[i];
        return new(TableTransactionActionType.Add, row);
    }

    private static async Task<(Partition Partition, Wire Wire)> NewAsync()
    {
        var wire = new Wire();
        TableClient table = new TableServiceClient(await AzuriteFixture.ConnectionStringAsync(), wire.Options).GetTableClient($"t{Guid.NewGuid():N}");
        await table.CreateIfNotExistsAsync();
        return (new(table, "p"), wire);
    }

    [Fact]
    public async Task Rows_too_large_for_one_transaction_go_in_several()
    {
        (Partition partition, Wire wire) = await NewAsync();

        await partition.WriteAsync(Enumerable.Range(0, 90).Select(i => Add($"r{i}", new('\'', 30_000), new('é', 30_000))), CancellationToken.None);

        Assert.Equal(90, (await partition.ReadAsync(CancellationToken.None)).Count);
        Assert.All(wire.Requests, r => Assert.InRange(r.Body.Length, 0, 4 * 1024 * 1024));
    }

    [Fact]
    public async Task Nothing_to_write_asks_for_nothing()
    {
        (Partition partition, Wire wire) = await NewAsync();

        await partition.WriteAsync([], CancellationToken.None);

        Assert.Single(wire.Requests);
    }

    [Fact]
    public async Task A_unit_is_stored_whole_or_not_at_all()
    {
        (Partition partition, _) = await NewAsync();
        await partition.WriteAsync([Add("b")], CancellationToken.None);

        var refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(() => partition.WriteAsync([new WriteUnit([Add("a"), Add("b")])], _ => { }, CancellationToken.None));

        Assert.True(Partition.IsConflict(refusal));
        Assert.Equal(["b"], (await partition.ReadAsync(CancellationToken.None)).Keys);
    }

    [Fact]
    public async Task Two_changes_to_one_version_conflict()
    {
        (Partition partition, _) = await NewAsync();
        await partition.WriteAsync([Add("a", "one")], CancellationToken.None);
        TableEntity read = (await partition.ReadAsync(CancellationToken.None))["a"];
        TableTransactionAction Change(string text) => new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "a") { ["text0"] = text }, read.ETag);
        await partition.WriteAsync([Change("two")], CancellationToken.None);

        var refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(() => partition.WriteAsync([Change("three")], CancellationToken.None));
        var gone = await Assert.ThrowsAnyAsync<RequestFailedException>(() => partition.WriteAsync([new(TableTransactionActionType.Delete, new TableEntity("p", "z"), read.ETag)], CancellationToken.None));

        Assert.True(Partition.IsConflict(refusal));
        Assert.True(Partition.IsConflict(gone));
    }

    [Fact]
    public async Task Every_reader_goes_on_past_short_pages_and_empty_ones()
    {
        string connection = await AzuriteFixture.ConnectionStringAsync(), name = $"t{Guid.NewGuid():N}";
        var plain = new TableClient(connection, name, TablesSettings.Options());
        await plain.CreateAsync();
        await new Partition(plain, "p").WriteAsync(Enumerable.Range(0, 20).Select(i => Add($"r{i:D2}")), CancellationToken.None);
        var pages = new HaltingPages();
        var partition = new Partition(new TableClient(connection, name, pages.Options), "p");
        string[] all = [.. Enumerable.Range(0, 20).Select(i => $"r{i:D2}")];

        Assert.Equal(all, (await partition.ReadAsync(CancellationToken.None)).Keys);
        Assert.Equal(all[5..17], (await partition.ReadAsync("r05", "r17", CancellationToken.None)).Keys);
        Assert.Equal(all, await partition.KeysAsync(CancellationToken.None));
        Assert.Equal(all[3..10], await partition.KeysAfterAsync("r02", 7, CancellationToken.None));
        Assert.Equal(all[..8], (await partition.Walk(5, CancellationToken.None).Take(8).ToListAsync()).Select(r => r.RowKey));
        var walked = await partition.Walk("r05", "r17", CancellationToken.None).ToListAsync();
        Assert.Equal(all[5..17], walked.SelectMany(p => p.Values).Select(r => r.RowKey));
        Assert.InRange(pages.Empty, 20 / HaltingPages.Rows, int.MaxValue);
    }
}
