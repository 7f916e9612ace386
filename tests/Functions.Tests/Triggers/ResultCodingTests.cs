using System.IO.Compression;
using Azure.Data.Tables;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>Answers are compressed for those who ask for it.</summary>
public sealed class ResultCodingTests(TablesOfTheApp tables) : IClassFixture<TablesOfTheApp>
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("gzip", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("br;q=0.5, gzip", "gzip")]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("*", "br")]
    [InlineData("deflate", null)]
    [InlineData("gzip;q=0", null)]
    [InlineData("*;q=0", null)]
    [InlineData("identity, gzip;q=0.5", null)]
    public async Task The_coding_is_the_one_that_the_caller_likes_best(string? accepted, string? coding)
    {
        await tables.WriteAsync("people", new TableEntity("all", "P1") { ["name"] = "Ann Ärzt" });
        await using ServedApp app = await tables.AppAsync();
        foreach (string path in (string[])["/api/results/people", "/api/results/people?format=csv", "/api/results/people?top=1"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (accepted is not null)
                request.Headers.Add("Accept-Encoding", accepted);
            HttpResponseMessage answer = await app.Client.SendAsync(request);
            Assert.Equal(coding is null ? [] : [coding], answer.Content.Headers.ContentEncoding);
            Assert.Equal(["Accept", "Accept-Encoding"], answer.Headers.Vary);
            Assert.Equal(await app.Client.GetStringAsync(path), await TextAsync(answer, coding));
        }
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer, string? coding)
    {
        Stream sent = await answer.Content.ReadAsStreamAsync();
        await using Stream plain = coding switch
        {
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            _ => sent,
        };
        using var text = new StreamReader(plain);
        return await text.ReadToEndAsync();
    }
}
