using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Functions.Tests.Tables;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>A result table page by page. Its nine rows lie in three partitions.</summary>
public sealed class ResultPagesTests(TablesOfTheApp tables) : IClassFixture<TablesOfTheApp>
{
    private const string Header = "x-continuation";

    private static readonly string[] Nine = [.. from account in (string[])["A", "B", "C"] from i in Enumerable.Range(0, 3) select $"{account} {i}"];

    public static TheoryData<int, string, bool> Ways
    {
        get
        {
            var ways = new TheoryData<int, string, bool>();
            foreach (int top in (int[])[1, 2, 4, 9, 10, 1_000])
                foreach (string format in (string[])["json", "csv"])
                    foreach (bool isHalting in (bool[])[false, true])
                        ways.Add(top, format, isHalting);
            return ways;
        }
    }

    /// <param name="isHalting">Whether the table service gives short pages, and an empty one before each.</param>
    private async Task<ServedApp> AppAsync(bool isHalting = false)
    {
        await tables.WriteAsync("scores", [.. Nine.Select(key => new TableEntity(key[..1], key[2..]) { ["measure"] = "m" })]);
        return await tables.AppAsync(services => { if (isHalting) services.AddSingleton(tables.Open(new HaltingPages().Options)); });
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Pages_read_to_the_end_are_the_table_in_its_order(int top, string format, bool isHalting)
    {
        await using ServedApp app = await AppAsync(isHalting);
        List<string> read = [];
        string? next = "";
        while (next is not null)
        {
            (string[] keys, next) = await PageAsync(app, $"scores?format={format}&top={top}{(next.Length > 0 ? $"&continue={next}" : "")}");
            Assert.True(keys.Length == top || next is null, $"{keys.Length} rows");
            read.AddRange(keys);
        }
        Assert.Equal(Nine, read);
    }

    [Fact]
    public async Task A_page_says_in_its_body_and_its_header_how_to_go_on_and_the_last_in_neither()
    {
        await using ServedApp app = await AppAsync();
        HttpResponseMessage first = await app.Client.GetAsync("/api/results/scores?top=6");
        using JsonDocument page = JsonDocument.Parse(await first.Content.ReadAsStringAsync());
        string token = Assert.Single(first.Headers.GetValues(Header));
        Assert.Equal(["rows", "next"], page.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(token, page.RootElement.GetProperty("next").GetString());

        HttpResponseMessage last = await app.Client.GetAsync($"/api/results/scores?top=6&continue={token}");

        Assert.EndsWith("""],"next":null}""", await last.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(last.Headers.Contains(Header));
    }

    [Fact]
    public async Task The_number_of_rows_may_change_from_page_to_page_and_is_a_thousand_where_none_is_said()
    {
        await using ServedApp app = await AppAsync();
        (string[] keys, string? next) = await PageAsync(app, "scores?top=2");
        (string[] more, next) = await PageAsync(app, $"scores?top=3&continue={next}");
        (string[] rest, next) = await PageAsync(app, $"scores?continue={next}");
        Assert.Equal((2, 3, 4, null), (keys.Length, more.Length, rest.Length, next));
        Assert.Equal(Nine, keys.Concat(more).Concat(rest));
    }

    [Fact]
    public async Task Pages_are_of_the_rows_that_the_other_parameters_ask_for()
    {
        await using ServedApp app = await AppAsync(isHalting: true);
        (string[] keys, string? next) = await PageAsync(app, "scores?account=B&top=2");
        (string[] rest, next) = await PageAsync(app, $"scores?account=B&top=2&continue={next}");
        Assert.Equal(["B 0", "B 1", "B 2"], keys.Concat(rest));
        Assert.Null(next);
    }

    [Fact]
    public async Task A_page_is_short_before_the_end_where_the_table_service_stops_too_often()
    {
        await using ServedApp app = await AppAsync(isHalting: true);
        await tables.WriteAsync("transitions", [.. Enumerable.Range(10, 80).Select(i => new TableEntity("T", $"{i}"))]);
        (string[] keys, string? next) = await PageAsync(app, "transitions?top=1000");
        Assert.Equal(30, keys.Length);
        while (next is not null)
        {
            (string[] more, next) = await PageAsync(app, $"transitions?top=1000&continue={next}");
            keys = [.. keys, .. more];
        }
        Assert.Equal(Enumerable.Range(10, 80).Select(i => $"T {i}"), keys);
    }

    [Fact]
    public async Task A_table_without_rows_is_one_empty_page()
    {
        await using ServedApp app = await AppAsync();
        Assert.Equal("""{"rows":[],"next":null}""", await app.Client.GetStringAsync("/api/results/runs?top=5"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1001")]
    [InlineData("%2B5")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    [InlineData("all")]
    public async Task A_number_of_rows_that_is_none_is_refused(string top)
    {
        await using ServedApp app = await AppAsync();
        JsonElement problem = await Problem.AssertAsync(await app.Client.GetAsync($"/api/results/scores?top={top}"), HttpStatusCode.BadRequest, "wrong_top");
        Assert.Equal($"'{Uri.UnescapeDataString(top)}' is not a number of rows; expected a whole number from 1 to 1000.", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("scores?continue=abc")]
    [InlineData("scores?continue=AAAAAAAAAAA")]
    [InlineData("scores?continue=AAAAAAAAAAAAAAAA")]
    [InlineData("scores?continue=%21%21%21")]
    [InlineData("scores?continue={0}A")]
    [InlineData("scores?continue=A{0}")]
    [InlineData("scores?account=A&continue={0}")]
    [InlineData("ageing?continue={0}")]
    public async Task A_continuation_that_was_not_given_for_the_same_question_is_refused(string path)
    {
        await using ServedApp app = await AppAsync();
        (_, string? token) = await PageAsync(app, "scores?top=2");
        await Problem.AssertAsync(await app.Client.GetAsync($"/api/results/{path.Replace("{0}", token, StringComparison.Ordinal)}"), HttpStatusCode.BadRequest, "wrong_continuation");
    }

    /// <summary>The keys of its rows, and how to go on.</summary>
    private static async Task<(string[] Keys, string? Next)> PageAsync(ServedApp app, string path)
    {
        HttpResponseMessage answer = await app.Client.GetAsync("/api/results/" + path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string body = await answer.Content.ReadAsStringAsync();
        string? next = answer.Headers.TryGetValues(Header, out var values) ? values.Single() : null;
        if (answer.Content.Headers.ContentType?.MediaType == "text/csv")
            return (ServedRows.KeysOfCsv(body), next);
        using JsonDocument page = JsonDocument.Parse(body);
        Assert.Equal(next, page.RootElement.GetProperty("next").GetString());
        return (ServedRows.KeysOf(page.RootElement.GetProperty("rows")), next);
    }
}
