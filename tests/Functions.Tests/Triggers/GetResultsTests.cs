using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Functions.Tests.Runs;
using Plumbline.Functions.Tests.Tables;

namespace Plumbline.Functions.Tests.Triggers;

public sealed class GetResultsTests(TablesOfTheApp tables) : IClassFixture<TablesOfTheApp>
{
    private const int MoreThanAPage = 1_003;

    [Fact]
    public async Task Rows_come_as_JSON_with_their_keys_and_without_what_the_service_adds()
    {
        await tables.WriteAsync("sources", new TableEntity("S1", "99999998")
        {
            ["accepted"] = true, ["asof"] = "2026-09-06", ["at"] = new DateTimeOffset(2026, 9, 7, 8, 30, 0, TimeSpan.Zero), ["day"] = "2026-09-07", ["hash"] = "ab",
            ["number"] = 1, ["quarantined"] = 0, ["rows"] = 3, ["source"] = "S1", ["state"] = "read", ["unmatched"] = 0, ["v"] = 1, ["why"] = "",
        });
        await using ServedApp app = await tables.AppAsync();
        Assert.Equal("""[{"PartitionKey":"S1","RowKey":"99999998","accepted":true,"asof":"2026-09-06","at":"2026-09-07T08:30:00Z","day":"2026-09-07","hash":"ab","number":1,"quarantined":0,"rows":3,"source":"S1","state":"read","unmatched":0,"v":1,"why":""}]""",
            await app.Client.GetStringAsync("/api/results/sources"));
    }

    [Fact]
    public async Task A_row_has_the_columns_of_its_table_and_no_others()
    {
        await tables.WriteAsync("people", new TableEntity("all", "P1") { ["id"] = "P1", ["shoesize"] = 43 });
        await using ServedApp app = await tables.AppAsync();
        Assert.Equal("""[{"PartitionKey":"all","RowKey":"P1","accountlead":null,"id":"P1","name":null,"v":null}]""", await app.Client.GetStringAsync("/api/results/people"));
        Assert.Equal("PartitionKey,RowKey,accountlead,id,name,v\r\nall,P1,,P1,,\r\n", await app.Client.GetStringAsync("/api/results/people?format=csv"));
    }

    [Fact]
    public async Task A_whole_table_is_served_over_all_of_its_pages()
    {
        await tables.WriteAsync("transitions", [.. Enumerable.Range(0, MoreThanAPage).Select(i => new TableEntity("A", $"{i:00000000}"))]);
        await using ServedApp app = await tables.AppAsync();
        string[] keys = [.. Enumerable.Range(0, MoreThanAPage).Select(i => $"A {i:00000000}")];
        Assert.Equal(keys, ServedRows.KeysOfJson(await app.Client.GetStringAsync("/api/results/transitions")));
        Assert.Equal(keys, ServedRows.KeysOfCsv(await app.Client.GetStringAsync("/api/results/transitions?format=csv")));
    }

    [Fact]
    public async Task CSV_has_no_cell_that_a_spreadsheet_would_run()
    {
        await tables.WriteAsync("measures",
            new TableEntity("all", "1") { ["title"] = "=1+1", ["v"] = -5, ["promise"] = "one, \"two\"\r\nthree" },
            new TableEntity("all", "2") { ["title"] = "@x", ["v"] = 7, ["source"] = "-3" });
        await using ServedApp app = await tables.AppAsync();
        Assert.Equal("PartitionKey,RowKey,foreach,measure,promise,severity,source,title,v\r\nall,1,,,\"one, \"\"two\"\" three\",,,'=1+1,-5\r\nall,2,,,,,'-3,'@x,7\r\n",
            await app.Client.GetStringAsync("/api/results/measures?format=csv"));
    }

    [Fact]
    public async Task CSV_begins_with_a_byte_order_mark_for_Excel_and_has_its_header_without_rows_too()
    {
        await using ServedApp app = await tables.AppAsync();
        byte[] file = await app.Client.GetByteArrayAsync("/api/results/ageing?format=csv");
        Assert.Equal("\uFEFFPartitionKey,RowKey,account,band,count,currency,disputed,disputed_decimal,oldestdue,outstanding,outstanding_decimal,v\r\n"u8.ToArray(), file);
    }

    [Fact]
    public async Task JSON_begins_without_a_byte_order_mark()
    {
        await using ServedApp app = await tables.AppAsync();
        Assert.Equal("[]"u8.ToArray(), await app.Client.GetByteArrayAsync("/api/results/ageing"));
    }

    [Theory]
    [InlineData("", "F1 F2 F3 F4")]
    [InlineData("?verdict=breached", "F1 F2")]
    [InlineData("?verdict=not%20due", "F4")]
    [InlineData("?severity=high", "F1 F3")]
    [InlineData("?measure=paid", "F1 F4")]
    [InlineData("?owner=P1", "F1 F2")]
    [InlineData("?owner=O%27Hara", "F3")]
    [InlineData("?owner=nobody", "")]
    [InlineData("?account=K1&verdict=breached&severity=high&measure=paid&owner=P1", "F1")]
    [InlineData("?account=K2&verdict=breached", "")]
    public async Task Findings_are_those_asked_for(string query, string expected)
    {
        await tables.WriteAsync("findings", Finding("K1", "F1", "breached", "high", "paid", "P1"), Finding("K1", "F2", "breached", "low", "raised", "P1"),
            Finding("K1", "F3", "at risk", "high", "raised", "O'Hara"), Finding("K2", "F4", "not due", "low", "paid", ""));
        await using ServedApp app = await tables.AppAsync();
        using JsonDocument rows = JsonDocument.Parse(await app.Client.GetStringAsync("/api/results/findings" + query));
        // The class shares its tables: other tests write findings of other accounts.
        string[] own = ["K1", "K2"];
        Assert.Equal(expected, string.Join(' ', from row in rows.RootElement.EnumerateArray()
                                                where own.Contains(row.GetProperty("PartitionKey").GetString())
                                                select row.GetProperty("RowKey").GetString()));
    }

    [Theory]
    [InlineData("verdict=late", "unknown_verdict", "There is no verdict 'late'. There are met, met late, not due, at risk, breached, unknown, excepted, not applicable.")]
    [InlineData("severity=High", "unknown_severity", "There is no severity 'High'. There are low, medium, high, critical.")]
    public async Task A_word_that_no_finding_has_is_refused_with_those_that_there_are(string query, string code, string says)
    {
        await using ServedApp app = await tables.AppAsync();
        JsonElement problem = await Problem.AssertAsync(await app.Client.GetAsync("/api/results/findings?" + query), HttpStatusCode.BadRequest, code);
        Assert.Equal(says, problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("verdict=breached")]
    [InlineData("severity=high")]
    [InlineData("measure=paid")]
    [InlineData("owner=P1")]
    public async Task Only_findings_are_filtered_by_more_than_their_account(string query)
    {
        await using ServedApp app = await tables.AppAsync();
        await Problem.AssertAsync(await app.Client.GetAsync("/api/results/alerts?" + query), HttpStatusCode.BadRequest, "unknown_parameter");
    }

    [Theory]
    [InlineData("text/csv", "", "text/csv")]
    [InlineData("text/csv;q=0.5, application/json", "", "application/json")]
    [InlineData("text/html, text/csv;q=0.9, */*;q=0.1", "", "text/csv")]
    [InlineData("Text/CSV", "", "text/csv")]
    [InlineData("text/html", "", "application/json")]
    [InlineData("text/csv;q=0", "", "application/json")]
    [InlineData("text/csv", "?format=json", "application/json")]
    [InlineData("application/json", "?format=csv", "text/csv")]
    public async Task The_form_is_what_the_address_asks_for_and_else_what_the_caller_accepts(string accept, string query, string form)
    {
        await using ServedApp app = await tables.AppAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/results/scores" + query);
        request.Headers.Add("Accept", accept);
        HttpResponseMessage response = await app.Client.SendAsync(request);
        Assert.Equal(form, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(form == "text/csv" ? "attachment; filename=\"scores.csv\"" : null, response.Content.Headers.ContentDisposition?.ToString());
    }

    [Fact]
    public async Task Of_the_alerts_only_alerts_are_served_and_no_message_on_its_way()
    {
        await tables.WriteAsync("alerts", new TableEntity("A!20B", "a~f1"), new TableEntity("A!20B", "o~f1~00000001"), new TableEntity("C", "a~f2"));
        await using ServedApp app = await tables.AppAsync();
        Assert.Equal(["A!20B a~f1", "C a~f2"], ServedRows.KeysOfCsv(await app.Client.GetStringAsync("/api/results/alerts?format=csv")));
        Assert.Equal(["A!20B a~f1"], ServedRows.KeysOfCsv(await app.Client.GetStringAsync("/api/results/alerts?format=csv&account=A%20B")));
    }

    [Fact]
    public async Task An_account_names_its_row_in_the_dimension()
    {
        await tables.WriteAsync("accounts", new TableEntity("all", "A1"), new TableEntity("all", "A2"));
        await using ServedApp app = await tables.AppAsync();
        Assert.Equal(["all A2"], ServedRows.KeysOfJson(await app.Client.GetStringAsync("/api/results/accounts?account=A2")));
    }

    [Theory]
    [InlineData("exceptions", HttpStatusCode.NotFound, "no_such_table")]
    [InlineData("observations", HttpStatusCode.NotFound, "no_such_table")]
    [InlineData("Findings", HttpStatusCode.NotFound, "no_such_table")]
    [InlineData("runs?account=A1", HttpStatusCode.BadRequest, "account_not_taken")]
    [InlineData("findings?format=xml", HttpStatusCode.BadRequest, "unknown_format")]
    public async Task What_is_not_served_is_a_problem_with_a_code(string path, HttpStatusCode status, string code)
    {
        await using ServedApp app = await tables.AppAsync();
        HttpResponseMessage response = await app.Client.GetAsync("/api/results/" + path);
        await Problem.AssertAsync(response, status, code);
    }

    private static TableEntity Finding(string account, string key, string verdict, string severity, string measure, string owner) =>
        new(account, key) { ["verdict"] = verdict, ["severity"] = severity, ["measure"] = measure, ["owner"] = owner };

    [Theory]
    [InlineData("ageing?account=F1")]
    [InlineData("ageing?account=F1&format=csv")]
    public async Task Tables_that_fail_between_two_pages_are_a_problem_and_not_half_an_answer(string path)
    {
        // Tables of its own: other tests read a table whole.
        var own = new TablesOfTheApp();
        await own.InitializeAsync();
        await own.WriteAsync("ageing", [.. Enumerable.Range(0, MoreThanAPage).Select(i => new TableEntity("F1", $"GBP~{i:0000}"))]);
        int pages = 0;
        var wire = new Wire { Meanwhile = _ => ++pages == 2 ? throw new HttpRequestException("the connection is gone") : Task.CompletedTask };
        await using ServedApp app = await own.AppAsync(wire);
        await Problem.AssertAsync(await app.Client.GetAsync("/api/results/" + path), HttpStatusCode.ServiceUnavailable, "tables_unavailable");
        await own.DisposeAsync();
    }

    [Theory]
    [InlineData("runs", "")]
    [InlineData("scores?account=H1", "H1 0, H1 1, H1 2, H1 3, H1 4")]
    [InlineData("scores?account=H1&format=csv", "H1 0, H1 1, H1 2, H1 3, H1 4")]
    public async Task Short_pages_and_empty_ones_are_not_taken_for_the_end(string path, string expected)
    {
        await tables.WriteAsync("scores", [.. Enumerable.Range(0, 5).Select(i => new TableEntity("H1", $"{i}"))]);
        await using ServedApp app = await tables.AppAsync(services => services.AddSingleton(tables.Open(new HaltingPages().Options)));
        string answer = await app.Client.GetStringAsync("/api/results/" + path);
        Assert.Equal(expected, string.Join(", ", path.EndsWith("csv", StringComparison.Ordinal) ? ServedRows.KeysOfCsv(answer) : ServedRows.KeysOfJson(answer)));
    }
}
