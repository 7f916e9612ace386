using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plumbline.Ingest.Tests.Calendars;
using Plumbline.Local.Graph;
using static Plumbline.Functions.Tests.Graph.GraphFirm;

namespace Plumbline.Functions.Tests.Graph;

public sealed class GraphServerTests : IDisposable
{
    private const string Year = "startDateTime=2026-01-01T00:00:00Z&endDateTime=2027-01-01";

    private readonly CalendarFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_gives_ten_events_a_page_with_the_link_to_the_next_and_the_fields_asked_for()
    {
        _folder.With(Ann, [.. Enumerable.Range(1, 25).Select(day => CalendarFolder.Event($"Talk {day}", $"2026-11-{day:00}T09:00:00", Ann))]);
        await using GraphServer server = await StartAsync();
        using var client = new HttpClient();
        List<string> titles = [];
        List<int> pages = [];
        for (string? next = $"{server.Address}/users/{Ann}/calendarView?{Year}&$select=subject&$top=100"; next is not null;)
        {
            JsonElement page = await client.GetFromJsonAsync<JsonElement>(next);
            pages.Add(page.GetProperty("value").GetArrayLength());
            titles.AddRange(page.GetProperty("value").EnumerateArray().Select(e => e.GetProperty("subject").GetString()!));
            Assert.All(page.GetProperty("value").EnumerateArray(), e => Assert.Equal(["@odata.etag", "id", "subject"], e.EnumerateObject().Select(p => p.Name)));
            next = page.TryGetProperty("@odata.nextLink", out JsonElement link) ? link.GetString() : null;
        }
        Assert.Equal([10, 10, 5], pages);
        Assert.Equal(Enumerable.Range(1, 25).Select(day => $"Talk {day}"), titles);
    }

    [Theory]
    [InlineData("users/nobody@firm.example/calendarView?" + Year, HttpStatusCode.NotFound, "ErrorInvalidUser")]
    [InlineData("users/..%2F..%2Fpeople/calendarView?" + Year, HttpStatusCode.NotFound, "ErrorInvalidUser")]
    [InlineData("users/ann@firm.example/calendarView", HttpStatusCode.BadRequest, "ErrorInvalidParameter")]
    [InlineData("users/ann@firm.example/events", HttpStatusCode.BadRequest, "ErrorInvalidParameter")]
    public async Task It_refuses_in_the_shape_of_Graph(string path, HttpStatusCode status, string code)
    {
        _folder.With(Ann, Review);
        await using GraphServer server = await StartAsync();
        using var client = new HttpClient();
        using HttpResponseMessage response = await client.GetAsync(new Uri($"{server.Address}/{path}"));
        Assert.Equal((status, code), (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>())!["error"]!["code"]!.GetValue<string>()));
    }

    [Fact]
    public void A_mailbox_takes_four_requests_at_once()
    {
        var gate = new MailboxGate();
        IDisposable?[] inside = [.. Enumerable.Range(0, MailboxGate.AtOnce).Select(_ => gate.Enter("ann"))];
        Assert.All(inside, Assert.NotNull);
        Assert.Null(gate.Enter("ANN"));
        Assert.NotNull(gate.Enter("ben"));
        inside[0]!.Dispose();
        Assert.NotNull(gate.Enter("ann"));
        Assert.Null(gate.Enter("ann"));
    }

    private Task<GraphServer> StartAsync() => GraphServer.StartAsync(Path.Combine(_folder.Path, "calendars"), CancellationToken.None);
}
