using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using Plumbline.Functions.Results;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>Only what is new of a table, where its rows have an instant of their own and none is deleted before it is old.</summary>
public sealed class ResultsSinceTests(TablesOfTheApp tables) : IClassFixture<TablesOfTheApp>
{
    private static readonly DateTimeOffset Morning = new(2026, 9, 7, 8, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("transitions", "at")]
    [InlineData("sources", "at")]
    [InlineData("runs", "finishedat")]
    public async Task Rows_are_those_of_that_instant_and_later(string table, string column)
    {
        await tables.WriteAsync(table,
            new TableEntity("K", "1") { [column] = Morning.AddMilliseconds(-1) }, new TableEntity("K", "2") { [column] = Morning }, new TableEntity("L", "3") { [column] = Morning.AddDays(1) });
        await using ServedApp app = await tables.AppAsync();
        foreach ((string since, string[] keys) in ((string, string[])[])
            [("2026-09-07T08:30:00Z", ["K 2", "L 3"]), ("2026-09-07", ["K 1", "K 2", "L 3"]), ("2026-09-08", ["L 3"]), ("2026-09-07T08:30:00.001Z", ["L 3"]), ("2027-01-01", [])])
        {
            Assert.Equal(keys, Own(ServedRows.KeysOfJson(await app.Client.GetStringAsync($"/api/results/{table}?since={since}"))));
            Assert.Equal(keys, Own(ServedRows.KeysOfCsv(await app.Client.GetStringAsync($"/api/results/{table}?format=csv&since={since}"))));
        }
    }

    // The class shares its tables.
    private static IEnumerable<string> Own(string[] keys) => keys.Where(k => k[0] is 'K' or 'L');

    [Fact]
    public async Task It_goes_with_an_account_and_with_pages()
    {
        await tables.WriteAsync("transitions", [.. Enumerable.Range(0, 6).Select(i => new TableEntity("S", $"{i}") { ["at"] = Morning.AddHours(i) })]);
        await using ServedApp app = await tables.AppAsync();
        const string Path = "/api/results/transitions?account=S&since=2026-09-07T10:30:00Z&top=3";
        using JsonDocument first = JsonDocument.Parse(await app.Client.GetStringAsync(Path));
        using JsonDocument last = JsonDocument.Parse(await app.Client.GetStringAsync($"{Path}&continue={first.RootElement.GetProperty("next").GetString()}"));
        Assert.Equal(["S 2", "S 3", "S 4", "S 5"], new[] { first, last }.SelectMany(page => ServedRows.KeysOf(page.RootElement.GetProperty("rows"))));
    }

    public static TheoryData<string> Others => [.. ResultTables.All.Select(t => t.Name).Except(["transitions", "runs", "sources"])];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task A_table_whose_deleted_rows_would_be_missed_refuses_it(string table)
    {
        await using ServedApp app = await tables.AppAsync();
        JsonElement problem = await Problem.AssertAsync(await app.Client.GetAsync($"/api/results/{table}?since=2026-09-07"), HttpStatusCode.BadRequest, "since_not_taken");
        Assert.Equal($"The rows that are deleted from the table {table} would be missed; read all of it. Tables that take since: transitions, runs, sources.", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("07/09/2026")]
    [InlineData("2026-09-31")]
    [InlineData("2026-09-07T08:30:00")]
    [InlineData("2026-09-07T08:30:00 01:00")]
    [InlineData("1600-12-31")]
    [InlineData("10000-01-01")]
    public async Task What_is_not_an_instant_in_UTC_is_refused(string since)
    {
        await using ServedApp app = await tables.AppAsync();
        JsonElement problem = await Problem.AssertAsync(await app.Client.GetAsync($"/api/results/runs?since={Uri.EscapeDataString(since)}"), HttpStatusCode.BadRequest, "wrong_since");
        Assert.Equal($"'{since}' is not an instant in UTC; expected e.g. '2026-09-07T08:30:00Z' or '2026-09-07'.", problem.GetProperty("detail").GetString());
    }
}
