using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Plumbline.Functions.Tests.Tables;

/// <summary>What Azure refuses is refused on the way to the service, in whatever request it stands, and nothing else is.</summary>
public sealed class AzureTableRulesTests
{
    private const int NotTaken = 418;
    private const int Most = 1 << 20;

    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Each way in which a row is written. An insert has its keys in the body, any other write in the address as well.</summary>
    private static readonly Dictionary<string, Func<TableClient, TableEntity, Task>> Writes = new()
    {
        ["added"] = (table, row) => table.AddEntityAsync(row),
        ["put"] = (table, row) => table.UpsertEntityAsync(row, TableUpdateMode.Replace),
        ["replaced"] = (table, row) => table.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace),
        ["added in a transaction"] = (table, row) => table.SubmitTransactionAsync([First, new(TableTransactionActionType.Add, row)]),
        ["put in a transaction"] = (table, row) => table.SubmitTransactionAsync([First, new(TableTransactionActionType.UpsertReplace, row)]),
        ["replaced in a transaction"] = (table, row) => table.SubmitTransactionAsync([First, new(TableTransactionActionType.UpdateReplace, row, ETag.All), Gone]),
    };

    private static readonly Dictionary<string, Func<TableClient, TableEntity, Task>> Deletes = new()
    {
        ["deleted"] = (table, row) => table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All),
        ["deleted in a transaction"] = (table, row) => table.SubmitTransactionAsync([new(TableTransactionActionType.Delete, row, ETag.All)]),
        ["deleted last in a transaction"] = (table, row) => table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Delete, new TableEntity(row.PartitionKey, "first"), ETag.All), new(TableTransactionActionType.Delete, row, ETag.All)]),
    };

    private static readonly Dictionary<string, TableEntity> Taken = new()
    {
        ["252 columns"] = Columns(252),
        ["252 columns and one without a value"] = new(Columns(252)) { ["Last"] = null },
        ["names of other scripts, with an underscore and digits"] = Row(("_größe1", 1), ("Ωmega", 2)),
        ["a name of 255 characters"] = Row((new string('a', 255), 1)),
        ["the earliest date"] = Row(("A", 1), ("D", Earliest), ("Z", "1500-01-01T00:00:00Z")),
        ["a text that looks like a date"] = Row(("D", "1500-01-01T00:00:00Z")),
        ["1 MiB of text"] = Sized(Most),
        ["1 MiB of text that JSON escapes"] = Sized(Most, '\''),
        ["1 MiB of bytes"] = Row([.. Enumerable.Range(0, 15).Select(i => ($"B{i:D2}", (object)new byte[64 * 1024]))]),
        ["a text with the words of a request"] = Row(("T", "PUT http://a/t(PartitionKey='x',RowKey='y') HTTP/1.1\r\n\r\n{}")),
    };

    private static readonly Dictionary<string, (TableEntity Row, TableErrorCode Code)> Refused = new()
    {
        ["253 columns"] = (Columns(253), TableErrorCode.TooManyProperties),
        ["a name with a hyphen"] = (Row(("a-b", 1)), TableErrorCode.PropertyNameInvalid),
        ["a name that begins with a digit"] = (Row(("1a", 1)), TableErrorCode.PropertyNameInvalid),
        ["a name with a space"] = (Row(("a b", 1)), TableErrorCode.PropertyNameInvalid),
        ["a name with a point"] = (Row(("a.b", 1)), TableErrorCode.PropertyNameInvalid),
        ["a name that is empty"] = (Row(("", 1)), TableErrorCode.PropertyNameInvalid),
        ["a name of 256 characters"] = (Row((new string('a', 256), 1)), TableErrorCode.PropertyNameTooLong),
        ["a date before 1601"] = (Row(("A", 1), ("D", Earliest.AddTicks(-1)), ("Z", 1)), TableErrorCode.OutOfRangeInput),
        ["no date at all"] = (Row(("D", default(DateTimeOffset))), TableErrorCode.OutOfRangeInput),
        ["a byte above 1 MiB"] = (Sized(Most + 2), TableErrorCode.EntityTooLarge),
        ["a byte above 1 MiB of text that JSON escapes"] = (Sized(Most + 2, '\''), TableErrorCode.EntityTooLarge),
        ["more than 1 MiB of bytes"] = (Row([.. Enumerable.Range(0, 16).Select(i => ($"B{i:D2}", (object)new byte[64 * 1024]))]), TableErrorCode.EntityTooLarge),
    };

    private static readonly string[] AwkwardKeys =
    [
        "", "O'Brien", "''", "'", "100%", "a%2Fb", "a+b", "a:b|c", " a b ", "é漢😀", "{x}", "&=;,()", "~!@$^*[]\"<>`", "',RowKey='", "..",
        new string('k', 1_024), new string('\'', 1_024),
    ];

    private static TableTransactionAction First => new(TableTransactionActionType.Add, new TableEntity("p", "first"));

    private static TableTransactionAction Gone => new(TableTransactionActionType.Delete, new TableEntity("p", "gone"), ETag.All);

    public static IEnumerable<object[]> TakenRows => from row in Taken.Keys from way in Writes.Keys select new object[] { row, way };

    public static IEnumerable<object[]> RefusedRows => from row in Refused.Keys from way in Writes.Keys select new object[] { row, way };

    public static TheoryData<string> AllWays => [.. Writes.Keys, .. Deletes.Keys];

    [Theory]
    [MemberData(nameof(TakenRows))]
    public Task A_row_within_the_limits_goes_to_the_service(string row, string way) => PassesAsync(table => Writes[way](table, Taken[row]));

    [Theory]
    [MemberData(nameof(RefusedRows))]
    public Task A_row_beyond_a_limit_does_not_go_to_the_service(string row, string way) =>
        StopsAsync(Refused[row].Code, table => Writes[way](table, Refused[row].Row));

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Keys_may_hold_quotes_percent_signs_and_other_scripts(string way)
    {
        foreach (string key in AwkwardKeys)
            await PassesAsync(table => Way(way)(table, HasFirst(way) ? new("p", key) : new(key, key)));
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Keys_hold_no_slash_hash_question_mark_or_control_character_and_1024_characters_at_most(string way)
    {
        foreach (char forbidden in "/\\#?\t\r\n\0\u007f\u0085")
        {
            await StopsAsync(TableErrorCode.OutOfRangeInput, table => Way(way)(table, new("p", $"a'{forbidden}b")));
            await StopsAsync(TableErrorCode.OutOfRangeInput, table => Way(way)(table, new($"a'{forbidden}b", "r")));
        }
        await StopsAsync(TableErrorCode.KeyValueTooLarge, table => Way(way)(table, new("p", new string('k', 1_025))));
        await StopsAsync(TableErrorCode.KeyValueTooLarge, table => Way(way)(table, new(new string('%', 1_025), "r")));
    }

    [Fact]
    public async Task A_transaction_keeps_to_one_partition_whatever_its_actions_do()
    {
        TableTransactionAction[] other =
            [.. Enum.GetValues<TableTransactionActionType>().Select(type => new TableTransactionAction(type, new TableEntity("P", "r"), ETag.All))];
        foreach (TableTransactionAction action in other)
        {
            await StopsAsync(TableErrorCode.CommandsInBatchActOnDifferentPartitions, table => table.SubmitTransactionAsync([First, action]));
            await StopsAsync(TableErrorCode.CommandsInBatchActOnDifferentPartitions, table => table.SubmitTransactionAsync([action, Gone]));
        }
        await PassesAsync(table => table.SubmitTransactionAsync(other));
    }

    [Fact]
    public async Task A_transaction_has_100_rows_at_most()
    {
        static TableTransactionAction Put(int i) => new((TableTransactionActionType)(i % 6), new TableEntity("p", $"{i}"), ETag.All);
        await PassesAsync(table => table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(Put)));
        await StopsAsync(TableErrorCode.InvalidInput, table => table.SubmitTransactionAsync(Enumerable.Range(0, 101).Select(Put)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(1_000)]
    public Task A_page_has_up_to_1000_rows(int? rows) =>
        PassesAsync(async table => await table.QueryAsync<TableEntity>("PartitionKey eq '$top=5000'", rows).ToListAsync());

    [Fact]
    public Task A_page_has_no_more_than_1000_rows() =>
        StopsAsync(TableErrorCode.InvalidInput, async table => await table.QueryAsync<TableEntity>(maxPerPage: 1_001).ToListAsync());

    [Fact]
    public Task A_table_is_made_without_being_taken_for_a_row() => PassesAsync(table => table.CreateAsync());

    [Fact]
    public Task A_table_is_dropped_without_being_taken_for_a_row() => PassesAsync(table => table.DeleteAsync());

    private static Func<TableClient, TableEntity, Task> Way(string name) => Writes.GetValueOrDefault(name) ?? Deletes[name];

    /// <summary>Whether the row stands behind another, whose partition it has to share.</summary>
    private static bool HasFirst(string way) => Writes.ContainsKey(way) && way.Contains("transaction", StringComparison.Ordinal);

    private static async Task PassesAsync(Func<TableClient, Task> act)
    {
        CannedService service = new CannedService().Then(NotTaken);
        RequestFailedException answer = await Assert.ThrowsAnyAsync<RequestFailedException>(() => act(service.Table));
        Assert.Equal(NotTaken, answer.Status);
        Assert.Single(service.Requests);
    }

    private static async Task StopsAsync(TableErrorCode code, Func<TableClient, Task> act)
    {
        var service = new CannedService();
        RequestFailedException refusal = await Assert.ThrowsAnyAsync<RequestFailedException>(() => act(service.Table));
        Assert.Equal((400, code.ToString()), (refusal.Status, refusal.ErrorCode));
        Assert.Empty(service.Requests);
    }

    private static TableEntity Row(params (string Name, object Value)[] columns) =>
        new(columns.ToDictionary(c => c.Name, c => c.Value)) { PartitionKey = "p", RowKey = "r" };

    private static TableEntity Columns(int count) =>
        Row([.. Enumerable.Range(0, count).Select(i => ($"C{i}", (object)(i % 2 == 0 ? i : $"{i}")))]);

    /// <summary>
    /// A row that the service reckons at so many bytes: 4, 2 a character of its keys, and for each text 12, 2 a character of its name and
    /// 2 of its own.
    /// </summary>
    private static TableEntity Sized(int bytes, char of = 'x')
    {
        var texts = new List<(string, object)>();
        for (int left = bytes - 4 - 4; left > 0; left -= Math.Min(left, 65_536))
            texts.Add(($"C{texts.Count:D2}", new string(of, (Math.Min(left, 65_536) - 12 - 6) / 2)));
        return Row([.. texts]);
    }
}
