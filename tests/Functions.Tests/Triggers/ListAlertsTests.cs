using System.Net;
using System.Text.Json;
using Azure.Data.Tables;

namespace Plumbline.Functions.Tests.Triggers;

public sealed class ListAlertsTests(TablesOfTheApp tables) : IClassFixture<TablesOfTheApp>
{
    [Theory]
    [InlineData("", "f1 f2 f4")]
    [InlineData("?state=open", "f1 f2 f4")]
    [InlineData("?state=breached", "f1 f2")]
    [InlineData("?state=at%20risk", "f4")]
    [InlineData("?state=resolved", "f3")]
    [InlineData("?state=all", "f1 f2 f3 f4")]
    [InlineData("?account=A%2F1", "f2 f4")]
    [InlineData("?account=(firm)", "f1")]
    [InlineData("?account=nobody", "")]
    [InlineData("?measure=paid", "f2")]
    [InlineData("?account=A%2F1&state=all&measure=raised", "f3 f4")]
    [InlineData("?measure=it's", "")]
    [InlineData("?severity=high", "f1 f4")]
    [InlineData("?severity=critical", "")]
    [InlineData("?owner=P1", "f1 f2")]
    [InlineData("?owner=O%27Hara", "f4")]
    [InlineData("?owner=P1&severity=low&account=A%2F1&state=breached&measure=paid", "f2")]
    [InlineData("?code=secret&clientId=default&code=other&state=resolved", "f3")]
    [InlineData("?STATE=resolved", "f3")]
    public async Task Alerts_are_those_asked_for_and_open_ones_of_all_accounts_without_a_word(string query, string expected)
    {
        await WriteAsync();
        await using ServedApp app = await tables.AppAsync();
        using JsonDocument alerts = JsonDocument.Parse(await app.Client.GetStringAsync("/api/alerts" + query));
        Assert.Equal(expected, string.Join(' ', alerts.RootElement.EnumerateArray().Select(a => a.GetProperty("RowKey").GetString()![2..])));
    }

    [Fact]
    public async Task A_state_that_is_none_is_refused()
    {
        await using ServedApp app = await tables.AppAsync();
        JsonElement problem = await Problem.AssertAsync(await app.Client.GetAsync("/api/alerts?state=bad"), HttpStatusCode.BadRequest, "unknown_state");
        Assert.Equal("There is no state 'bad'. There are open, at risk, breached, resolved, all.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_severity_that_is_none_is_refused()
    {
        await using ServedApp app = await tables.AppAsync();
        JsonElement problem = await Problem.AssertAsync(await app.Client.GetAsync("/api/alerts?severity=hihg"), HttpStatusCode.BadRequest, "unknown_severity");
        Assert.Equal("There is no severity 'hihg'. There are low, medium, high, critical.", problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("measure")]
    [InlineData("owner")]
    public async Task A_measure_and_an_owner_of_any_length_are_answered(string name)
    {
        await using ServedApp app = await tables.AppAsync();
        Assert.Equal("[]", await app.Client.GetStringAsync($"/api/alerts?{name}={new string('(', 7_000)}"));
    }

    private async Task WriteAsync()
    {
        await tables.WriteAsync("accounts", new TableEntity("all", "A!2F1"));
        await tables.WriteAsync("alerts",
            Alert("!28firm!29", "f1", "breached", "read", "high", "P1"), Alert("A!2F1", "f2", "breached", "paid", "low", "P1"),
            Alert("A!2F1", "f3", "resolved", "raised", "high", ""), Alert("A!2F1", "f4", "at risk", "raised", "high", "O'Hara"), new TableEntity("A!2F1", "o~f4~00000001") { ["state"] = "at risk" });
    }

    private static TableEntity Alert(string account, string fingerprint, string state, string measure, string severity, string owner) =>
        new(account, $"a~{fingerprint}") { ["state"] = state, ["measure"] = measure, ["severity"] = severity, ["owner"] = owner };
}
