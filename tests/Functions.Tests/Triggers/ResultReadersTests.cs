using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plumbline.Domain.Facts;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Tests.Runs;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>Excel and Power BI read the results of a run by no more than the list of tables says, and come to the sums of the tables themselves.</summary>
public sealed class ResultReadersTests(TablesOfTheApp tables) : IClassFixture<TablesOfTheApp>
{
    private static readonly LocalDate Today = new(2026, 11, 20);

    /// <summary>Debts in three currencies, with two, no and three decimals; A1 owes in two of them.</summary>
    private static SmallFirm Debts()
    {
        SmallFirm firm = new SmallFirm
        {
            Accounts = { new(new("A3"), "Łódź \"Süd\", \n=1+1") { Status = "active", StartedOn = SmallFirm.Start } },
            Invoices =
            [
                SmallFirm.Invoice("INV-1", new(2026, 9, 1)) with { Outstanding = 10_01 }, SmallFirm.Invoice("INV-2", new(2026, 9, 1), "A2") with { Outstanding = 5_55 },
                SmallFirm.Invoice("INV-3", new(2026, 9, 1)) with { Currency = "JPY", Outstanding = 4_000 },
                SmallFirm.Invoice("INV-4", new(2026, 9, 1), "A3") with { Currency = "KWD", Outstanding = 1_234 },
            ],
        };
        return firm.InOrder(Today);
    }

    private async Task<(FirmTables Firm, ServedApp App)> ServeAsync()
    {
        FirmTables firm = await FirmTables.CreateAsync();
        await firm.RunAsync(Debts());
        return (firm, await tables.AppAsync(services => services.AddSingleton(firm.Open(TablesSettings.Options()))));
    }

    [Fact]
    public async Task Excel_reads_each_table_as_one_file_with_its_mark_and_the_same_sums()
    {
        (FirmTables firm, ServedApp app) = await ServeAsync();
        await using ServedApp served = app;
        foreach ((string table, string[] amounts) in await AmountsOfTablesAsync(app.Client))
        {
            byte[] file = await app.Client.GetByteArrayAsync($"/api/results/{table}?format=csv");
            Assert.Equal("\uFEFF"u8, file.AsSpan(0, 3));
            List<Dictionary<string, string>> rows = ServedRows.OfCsv(Encoding.UTF8.GetString(file.AsSpan(3)));
            await AssertSumsAsync(firm, table, amounts, [.. rows.Select(r => (IReadOnlyDictionary<string, string>)r)]);
        }
        Dictionary<string, string> account = ServedRows.OfCsv(await app.Client.GetStringAsync("/api/results/accounts?format=csv")).Single(r => r["account"] == "A3");
        Assert.Equal("Łódź \"Süd\",  =1+1", account["name"]);
    }

    [Fact]
    public async Task Power_BI_reads_each_table_compressed_and_in_pages_to_the_same_sums_and_later_hears_that_nothing_changed()
    {
        (FirmTables firm, ServedApp app) = await ServeAsync();
        await using ServedApp served = app;
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = app.Client.BaseAddress };
        foreach ((string table, string[] amounts) in await AmountsOfTablesAsync(client))
        {
            List<(string Path, string Tag)> pages = [];
            List<IReadOnlyDictionary<string, string>> rows = await PagesAsync(client, table, pages);
            await AssertSumsAsync(firm, table, amounts, rows);
            foreach ((string path, string tag) in pages)
            {
                using var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "If-None-Match", tag } } };
                Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
            }
        }
    }

    [Fact]
    public async Task Evidence_rows_and_amounts_are_values_in_JSON_and_in_CSV_the_text_that_the_table_holds()
    {
        (FirmTables firm, ServedApp app) = await ServeAsync();
        await using ServedApp served = app;
        JsonElement alert = Single(await app.Client.GetStringAsync("/api/results/alerts?account=A2"), "measure", "no-aged-debt");
        Assert.Equal("INV-2 2026-09-01", Assert.Single(alert.GetProperty("rows").GetProperty("rows").EnumerateArray()).GetString());
        Assert.Equal((555, "GBP"), (alert.GetProperty("amounts")[0].GetProperty("minor").GetInt32(), alert.GetProperty("amounts")[0].GetProperty("currency").GetString()));
        Assert.Equal(JsonValueKind.Array, alert.GetProperty("moneybehind").ValueKind);
        Assert.Equal(alert.GetRawText(), Single(await app.Client.GetStringAsync("/api/alerts?account=A2"), "measure", "no-aged-debt").GetRawText());
        JsonElement finding = Single(await app.Client.GetStringAsync("/api/results/findings?account=A2"), "subject", "INV-2");
        Assert.Equal("Europe/London", finding.GetProperty("evidence").GetProperty("clock").GetProperty("zone").GetString());

        TableEntity stored = (await firm.RowsAsync(TableNames.Findings)).Single(f => f.GetString("subject") == "INV-2");
        Assert.Equal(stored.GetString("evidence"), ServedRows.OfCsv(await app.Client.GetStringAsync("/api/results/findings?account=A2&format=csv")).Single(f => f["subject"] == "INV-2")["evidence"]);
    }

    [Fact]
    public async Task The_list_names_the_tables_with_their_parameters_and_their_columns()
    {
        await using ServedApp app = await tables.AppAsync();
        HttpResponseMessage answer = await app.Client.GetAsync("/api/results");
        JsonElement list = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        JsonElement runs = list.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("name").GetString() == "runs");
        Assert.Equal("1", Assert.Single(answer.Headers.GetValues("api-version")));
        Assert.Equal(1, list.GetProperty("version").GetInt32());
        Assert.Equal(TableNames.Results, list.GetProperty("tables").EnumerateArray().Select(t => t.GetProperty("name").GetString()));
        Assert.Equal(["format", "since", "top", "continue"], runs.GetProperty("parameters").EnumerateArray().Select(p => p.GetString()));
        Assert.Contains("""{"name":"finishedat","type":"instant"}""", runs.GetProperty("columns").GetRawText(), StringComparison.Ordinal);
    }

    /// <summary>Each table that is served, with its columns of amounts.</summary>
    private static async Task<List<(string Table, string[] Amounts)>> AmountsOfTablesAsync(HttpClient client)
    {
        using JsonDocument list = JsonDocument.Parse(await client.GetStringAsync("/api/results"));
        return [.. from table in list.RootElement.GetProperty("tables").EnumerateArray()
                   let amounts = table.GetProperty("columns").EnumerateArray().Where(c => c.GetProperty("type").GetString() == "minor units").Select(c => c.GetProperty("name").GetString()!)
                   select (table.GetProperty("name").GetString()!, amounts.ToArray())];
    }

    /// <summary>The rows of all pages, and the address and the tag of each page.</summary>
    private static async Task<List<IReadOnlyDictionary<string, string>>> PagesAsync(HttpClient client, string table, List<(string Path, string Tag)> pages)
    {
        List<IReadOnlyDictionary<string, string>> rows = [];
        for (string? next = ""; next is not null;)
        {
            string path = $"/api/results/{table}?format=json&top=2{(next.Length > 0 ? $"&continue={next}" : "")}";
            HttpResponseMessage answer = await client.GetAsync(path);
            pages.Add((path, answer.Headers.ETag!.ToString()));
            using JsonDocument page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            rows.AddRange(page.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString())));
            next = page.RootElement.GetProperty("next").GetString();
        }
        return rows;
    }

    private static async Task AssertSumsAsync(FirmTables firm, string table, string[] amounts, List<IReadOnlyDictionary<string, string>> rows)
    {
        List<TableEntity> stored = table == TableNames.Alerts ? await firm.AlertsAsync() : await firm.RowsAsync(table);
        Assert.Equal(stored.Select(r => $"{r.PartitionKey} {r.RowKey}"), rows.Select(r => $"{r["PartitionKey"]} {r["RowKey"]}"));
        foreach (string amount in amounts)
        {
            var sums = stored.GroupBy(r => r.GetString("currency")).ToDictionary(g => g.Key, g => g.Sum(r => r.GetInt64(amount) ?? 0));
            Assert.Contains(sums.Values, sum => amount == "disputed" || sum > 0);
            Assert.Equal(sums, rows.GroupBy(r => r["currency"]).ToDictionary(g => g.Key, g => g.Sum(r => Int64(r[amount]))));
            Assert.Equal(sums.ToDictionary(s => s.Key, s => InUnits(s.Value, s.Key)), rows.GroupBy(r => r["currency"]).ToDictionary(g => g.Key, g => g.Sum(r => Decimal(r[$"{amount}_decimal"]))));
        }
    }

    private static decimal InUnits(long minor, string currency) => currency switch { "JPY" => minor, "KWD" => minor / 1000m, _ => minor / 100m };

    private static long Int64(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static JsonElement Single(string json, string column, string value) =>
        JsonDocument.Parse(json).RootElement.EnumerateArray().Single(r => r.GetProperty(column).GetString() == value);
}
