using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Functions.Tests.Sources;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>Which accounts a run may be asked for.</summary>
public sealed class RunAccountsTests(TablesOfTheApp tables) : IClassFixture<TablesOfTheApp>, IDisposable
{
    private const string Header = "account_id,name,status\n";

    private readonly BlobWire _wire = new();
    private readonly string _queue = TablesOfTheApp.NewQueue();

    public void Dispose() => _wire.Dispose();

    [Fact]
    public async Task An_account_of_the_table_is_known_without_a_look_into_the_exports()
    {
        await tables.WriteAsync("accounts", new TableEntity("all", "T1"));
        HttpResponseMessage answer = await AskAsync("accounts.csv", Header, "T1", "(firm)");
        Assert.Equal((HttpStatusCode.Accepted, 0), (answer.StatusCode, _wire.Downloads.Count));
    }

    [Fact]
    public async Task An_account_that_came_since_the_newest_run_is_known_by_accounts_csv_and_no_other_file_is_read()
    {
        HttpResponseMessage answer = await AskAsync("accounts.csv", Header + "N1,New,active\nN2,Bad,active,\n", "N1", "N2");
        Assert.Equal((HttpStatusCode.Accepted, "accounts.csv"), (answer.StatusCode, Assert.Single(_wire.Downloads)));
    }

    [Fact]
    public async Task Accounts_that_nobody_knows_are_named()
    {
        HttpResponseMessage answer = await AskAsync("accounts.csv", Header + "N1,New,active\n", "N1", "X1", "X2", "X1", "n1");
        Assert.Equal("Nobody knows the accounts 'X1', 'X2', 'n1': they are neither in the table accounts nor in accounts.csv.", await DetailAsync(answer));
        Assert.False(await tables.Queue(_queue).ExistsAsync());
    }

    [Fact]
    public async Task Of_many_that_nobody_knows_twenty_are_named()
    {
        HttpResponseMessage answer = await AskAsync("accounts.csv", Header + "N1,New,active\n", [.. Enumerable.Range(10, 22).Select(i => $"X{i}")]);
        Assert.EndsWith("'X29' and 2 more: they are neither in the table accounts nor in accounts.csv.", await DetailAsync(answer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other.csv", "", ", which could not be used: accounts.csv is not there; export it to have what rests on it judged")]
    [InlineData("accounts.csv", "nonsense\n", ", which could not be used: ")]
    public async Task A_file_that_says_nothing_is_told_beside_the_account_that_the_table_lacks(string file, string text, string says)
    {
        HttpResponseMessage answer = await AskAsync(file, text, "X1");
        Assert.StartsWith($"Nobody knows the account 'X1': it is neither in the table accounts nor in accounts.csv{says}", await DetailAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_file_cannot_be_had_nobody_can_say_whether_an_account_is_there()
    {
        _wire.Refuses = name => name == "accounts.csv";
        await Problem.AssertAsync(await AskAsync("accounts.csv", Header, "X1"), HttpStatusCode.ServiceUnavailable, "exports_unavailable");
        Assert.False(await tables.Queue(_queue).ExistsAsync());
    }

    private static async Task<string?> DetailAsync(HttpResponseMessage answer) =>
        (await Problem.AssertAsync(answer, HttpStatusCode.BadRequest, "unknown_accounts")).GetProperty("detail").GetString();

    /// <summary>Asks an app whose exports hold that file and time.csv.</summary>
    private async Task<HttpResponseMessage> AskAsync(string file, string text, params ImmutableArray<string> accounts)
    {
        var exports = new BlobContainerClient(await AzuriteFixture.ConnectionStringAsync(), $"exports-{Guid.NewGuid():N}", _wire.Options);
        await exports.CreateAsync();
        await exports.UploadBlobAsync(file, BinaryData.FromString(text));
        await exports.UploadBlobAsync("time.csv", BinaryData.FromString("person_id\n"));
        await using ServedApp app = await tables.AppAsync(services => services.AddSingleton(exports).AddSingleton(tables.Work(_queue)));
        HttpResponseMessage answer = await app.Client.PostAsync("/api/runs", JsonContent.Create(new { accounts }));
        await answer.Content.LoadIntoBufferAsync();
        return answer;
    }
}
