using System.Net;
using System.Text;

namespace Plumbline.Local.Tests.Host;

[Collection(SharedHostTests.Name)]
public sealed class AccessKeyTests(SharedHost shared)
{
    private readonly HttpClient client = shared.Running.Client;

    [Theory]
    [InlineData("/api/keyed", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/keyed", "wrong", HttpStatusCode.Unauthorized)]
    [InlineData("/api/keyed", TestApp.FunctionKey, HttpStatusCode.OK)]
    [InlineData("/api/keyed", TestApp.MasterKey, HttpStatusCode.OK)]
    [InlineData("/api/mastered", TestApp.FunctionKey, HttpStatusCode.Unauthorized)]
    [InlineData("/api/mastered", TestApp.MasterKey, HttpStatusCode.OK)]
    [InlineData("/api/keyed?code=the%20function%20key", null, HttpStatusCode.OK)]
    [InlineData("/api/keyed?code=the%20function%20key", "wrong", HttpStatusCode.Unauthorized)]
    public async Task A_key_opens_what_its_level_says_and_a_header_wins_over_the_address(
        string path, string? header, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (header is not null)
        {
            request.Headers.Add("x-functions-key", header);
        }

        using HttpResponseMessage answer = await client.SendAsync(request);
        Assert.Equal(
            (expected, expected == HttpStatusCode.OK ? "open" : ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task No_key_is_said_in_the_log()
    {
        await client.GetStringAsync("/api/keyed?code=the%20function%20key");
        await client.GetAsync("/api/keyed?code=a%20wrong%20key");
        Assert.Equal((0, 0), (shared.Running.Lines.Count(TestApp.FunctionKey), shared.Running.Lines.Count("%20key")));
    }

    [Theory]
    [InlineData("AtStart", TestApp.MasterKey, "{}", HttpStatusCode.Accepted)]
    [InlineData("atstart", TestApp.MasterKey, "{\"input\":\"\"}", HttpStatusCode.Accepted)]
    [InlineData("AtStart", TestApp.FunctionKey, "{}", HttpStatusCode.Unauthorized)]
    [InlineData("AtStart", TestApp.MasterKey, "[]", HttpStatusCode.BadRequest)]
    [InlineData("AtStart", TestApp.MasterKey, "{", HttpStatusCode.BadRequest)]
    [InlineData("NoSuchTimer", TestApp.MasterKey, "{}", HttpStatusCode.NotFound)]
    public async Task A_timer_is_started_by_hand_with_the_master_key_and_an_object(
        string name, string key, string body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/admin/functions/{name}");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("x-functions-key", key);
        using HttpResponseMessage answer = await client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }
}
