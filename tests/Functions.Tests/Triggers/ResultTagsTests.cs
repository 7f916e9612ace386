using System.Net;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Tests.Runs;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>The tag of an answer: with it a reader asks whether anything has changed.</summary>
public sealed class ResultTagsTests(TablesOfTheApp tables) : IClassFixture<TablesOfTheApp>
{
    private const string Scores = "/api/results/scores?account=A";

    private TableClient Table(string name) => tables.Open(TablesSettings.Options())[name];

    private static TableEntity Score(string key, int met = 1) => new("A", key) { ["met"] = met };

    private static async Task<HttpResponseMessage> GetAsync(ServedApp app, string path, string? known = null, string? accepted = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (known is not null)
            Assert.True(request.Headers.TryAddWithoutValidation("If-None-Match", known));
        if (accepted is not null)
            request.Headers.Add("Accept-Encoding", accepted);
        return await app.Client.SendAsync(request);
    }

    private static async Task<string> TagAsync(ServedApp app, string path, string? accepted = null) =>
        (await GetAsync(app, path, accepted: accepted)).Headers.ETag?.ToString() ?? throw new InvalidOperationException("the answer has no tag");

    [Theory]
    [InlineData(Scores)]
    [InlineData(Scores + "&format=csv")]
    [InlineData(Scores + "&top=1")]
    [InlineData(Scores + "&top=1&format=csv")]
    [InlineData("/api/alerts")]
    public async Task Who_has_the_answer_already_is_told_so_without_a_body(string path)
    {
        await tables.WriteAsync("scores", Score("1"), Score("2"));
        await using ServedApp app = await tables.AppAsync();
        HttpResponseMessage whole = await GetAsync(app, path);

        HttpResponseMessage again = await GetAsync(app, path, whole.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Equal(whole.Headers.ETag, again.Headers.ETag);
        Assert.Equal(["1"], again.Headers.GetValues("api-version"));
        Assert.Equal(Continuation(whole), Continuation(again));
        Assert.Equal(["Accept", "Accept-Encoding"], again.Headers.Vary);
    }

    private static string? Continuation(HttpResponseMessage answer) => answer.Headers.TryGetValues("x-continuation", out var values) ? values.Single() : null;

    public static TheoryData<string> Changes => ["cell", "added", "deleted"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Whatever_changes_in_a_table_changes_its_tag(string change)
    {
        await tables.WriteAsync("scores", Score("1"), Score("2"));
        await using ServedApp app = await tables.AppAsync();
        string tag = await TagAsync(app, Scores);
        await (change switch
        {
            "cell" => tables.WriteAsync("scores", Score("2", met: 2)),
            "added" => tables.WriteAsync("scores", Score("3")),
            _ => Table("scores").DeleteEntityAsync("A", "2"),
        });

        HttpResponseMessage answer = await GetAsync(app, Scores, tag);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEqual(tag, answer.Headers.ETag?.ToString());
        await Table("scores").DeleteEntityAsync("A", "3");
    }

    [Fact]
    public async Task A_row_that_is_written_as_it_was_changes_no_tag()
    {
        await tables.WriteAsync("scores", Score("1"), Score("2"));
        await using ServedApp app = await tables.AppAsync();
        string tag = await TagAsync(app, Scores);
        await tables.WriteAsync("scores", Score("1"));
        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync(app, Scores, tag)).StatusCode);
    }

    [Fact]
    public async Task A_row_that_came_while_an_answer_was_read_and_went_later_is_no_reason_to_say_that_nothing_changed()
    {
        await tables.WriteAsync("transitions", [.. Enumerable.Range(0, 1_001).Select(i => new TableEntity("T", $"{i:0000}"))]);
        bool hasCome = false;
        var wire = new Wire { Meanwhile = _ => hasCome ? Task.CompletedTask : ComeAsync() };
        await using ServedApp app = await tables.AppAsync(wire);
        async Task ComeAsync()
        {
            hasCome = true;
            await tables.WriteAsync("transitions", new TableEntity("T", "9999"));
        }

        HttpResponseMessage answer = await GetAsync(app, "/api/results/transitions?account=T");
        Assert.Contains("9999", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Table("transitions").DeleteEntityAsync("T", "9999");

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(app, "/api/results/transitions?account=T", answer.Headers.ETag!.ToString())).StatusCode);
    }

    [Fact]
    public async Task A_page_behind_which_rows_have_come_has_another_tag_though_its_own_rows_are_the_same()
    {
        await tables.WriteAsync("ageing", new TableEntity("P", "1"), new TableEntity("P", "2"));
        await using ServedApp app = await tables.AppAsync();
        const string Page = "/api/results/ageing?account=P&top=2&format=csv";
        string tag = await TagAsync(app, Page);
        await tables.WriteAsync("ageing", new TableEntity("P", "3"));
        HttpResponseMessage answer = await GetAsync(app, Page, tag);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.Contains("x-continuation"));
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("\"other\", {0}", true)]
    [InlineData("{1}", true)]
    [InlineData("\"other\"", false)]
    [InlineData("nonsense", false)]
    public async Task Tags_are_compared_weakly_and_there_may_be_several(string known, bool isKnown)
    {
        await tables.WriteAsync("scores", Score("1"), Score("2"));
        await using ServedApp app = await tables.AppAsync();
        string tag = await TagAsync(app, Scores);
        Assert.StartsWith("W/", tag, StringComparison.Ordinal);
        known = known.Replace("{0}", tag, StringComparison.Ordinal).Replace("{1}", tag[2..], StringComparison.Ordinal);
        Assert.Equal(isKnown ? HttpStatusCode.NotModified : HttpStatusCode.OK, (await GetAsync(app, Scores, known)).StatusCode);
    }

    [Fact]
    public async Task A_tag_is_of_the_content_in_whatever_coding_it_came()
    {
        await tables.WriteAsync("scores", Score("1"), Score("2"));
        await using ServedApp app = await tables.AppAsync();
        Assert.Equal(HttpStatusCode.NotModified, (await GetAsync(app, Scores, await TagAsync(app, Scores, accepted: "gzip"), accepted: "br")).StatusCode);
        Assert.NotEqual(await TagAsync(app, Scores), await TagAsync(app, Scores + "&format=csv"));
    }

    [Fact]
    public async Task An_answer_too_long_to_be_held_comes_whole_and_without_a_tag_and_compressed_it_is_not_too_long()
    {
        string longest = new('x', 32_000);
        foreach (int i in Enumerable.Range(100, 110))
            await tables.WriteAsync("findings", new TableEntity($"L{i}", "1") { ["message"] = longest, ["remedy"] = longest, ["label"] = longest });
        await using ServedApp app = await tables.AppAsync();

        HttpResponseMessage whole = await GetAsync(app, "/api/results/findings"), compressed = await GetAsync(app, "/api/results/findings", accepted: "gzip");

        Assert.Equal(110, ServedRows.KeysOfJson(await whole.Content.ReadAsStringAsync()).Length);
        Assert.Null(whole.Headers.ETag);
        Assert.True(whole.Headers.TransferEncodingChunked);
        Assert.NotNull(compressed.Headers.ETag);
        Assert.Null(compressed.Headers.TransferEncodingChunked);
    }
}
