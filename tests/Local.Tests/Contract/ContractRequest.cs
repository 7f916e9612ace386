using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Plumbline.Local.Tests.Host;

namespace Plumbline.Local.Tests.Contract;

/// <summary>A request that an operation answers with a status which its contract names.</summary>
/// <param name="Code">Of the problem; null where the answer is none.</param>
internal sealed record ContractRequest(string Operation, int Status, string? Code, Func<ContractHosts, Task<HttpResponseMessage>> AskAsync)
{
    private const string List = "GET /api/results", Results = "GET /api/results/{table}", Alerts = "GET /api/alerts", Runs = "POST /api/runs";
    private const string Health = "GET /api/health", OpenApi = "GET /api/openapi.json";
    private const string File = "PUT /api/exports/{source}", Calendar = "PUT /api/exports/calendars/{mailbox}";

    private const int TooLong = 100_000_001;

    public static IReadOnlyList<ContractRequest> All { get; } =
    [
        new(List, 200, null, hosts => GetAsync(hosts.Whole, "/api/results")),
        new(List, 400, "unknown_parameter", hosts => GetAsync(hosts.Whole, "/api/results?a=1")),
        new(List, 401, null, hosts => hosts.Whole.GetAsync("/api/results")),
        new(Results, 200, null, hosts => GetAsync(hosts.Whole, "/api/results/findings")),
        new(Results, 200, null, hosts => GetAsync(hosts.Whole, "/api/results/findings?top=1")),
        new(Results, 200, null, hosts => GetAsync(hosts.Whole, "/api/results/findings?format=csv")),
        new(Results, 304, null, hosts => GetAgainAsync(hosts.Whole, "/api/results/measures")),
        new(Results, 400, "unknown_verdict", hosts => GetAsync(hosts.Whole, "/api/results/findings?verdict=late")),
        new(Results, 401, null, hosts => hosts.Whole.GetAsync("/api/results/findings")),
        new(Results, 404, "no_such_table", hosts => GetAsync(hosts.Whole, "/api/results/nothing")),
        new(Results, 503, "not_configured", hosts => GetAsync(hosts.Bare, "/api/results/findings")),
        new(Alerts, 200, null, hosts => hosts.Whole.GetAsync($"/api/alerts?code={WebUtility.UrlEncode(TestApp.FunctionKey)}")),
        new(Alerts, 304, null, hosts => GetAgainAsync(hosts.Whole, "/api/alerts?account=nobody")),
        new(Alerts, 400, "unknown_state", hosts => GetAsync(hosts.Whole, "/api/alerts?state=bad")),
        new(Alerts, 401, null, hosts => hosts.Whole.GetAsync("/api/alerts?code=wrong")),
        new(Alerts, 503, "not_configured", hosts => GetAsync(hosts.Bare, "/api/alerts")),
        new(Runs, 202, null, hosts => PostAsync(hosts.Whole, "{}")),
        new(Runs, 400, "wrong_body", hosts => PostAsync(hosts.Whole, "[]")),
        new(Runs, 401, null, hosts => hosts.Whole.PostAsync("/api/runs", null)),
        new(Runs, 413, "body_too_large", hosts => PostAsync(hosts.Whole, new string(' ', 20_000))),
        new(Runs, 503, "not_configured", hosts => PostAsync(hosts.Bare, "{}")),
        new(Health, 200, null, hosts => UntilAsync(HttpStatusCode.OK, () => hosts.Whole.GetAsync("/api/health"))),
        new(Health, 400, "unknown_parameter", hosts => hosts.Whole.GetAsync("/api/health?a=1")),
        new(Health, 503, null, hosts => hosts.Bare.GetAsync("/api/health")),
        new(OpenApi, 200, null, hosts => hosts.Whole.GetAsync("/api/openapi.json")),
        new(OpenApi, 400, "unknown_parameter", hosts => hosts.Whole.GetAsync("/api/openapi.json?a=1")),
        .. Deliveries(File, "invoices.csv", "text/csv"),
        .. Deliveries(Calendar, "calendars/ann@firm.example.json", "application/json"),
    ];

    public override string ToString() => $"{Operation} {Status} {Code}".TrimEnd();

    private static IEnumerable<ContractRequest> Deliveries(string operation, string name, string type) =>
    [
        new(operation, 201, null, hosts => PutAsync(hosts.Whole, name, Content(Guid.NewGuid().ToString(), type))),
        new(operation, 200, null, async hosts =>
        {
            await PutAsync(hosts.Whole, name, Content("the same", type));
            return await PutAsync(hosts.Whole, name, Content("the same", type));
        }),
        new(operation, 400, "empty_body", hosts => PutAsync(hosts.Whole, name, Content("", type))),
        new(operation, 401, "wrong_key", hosts => hosts.Whole.PutAsync($"/api/exports/{name}", Content("{}", type))),
        new(operation, 404, "no_such_export", hosts => PutAsync(hosts.Whole, $"{name}.old", Content("{}", type))),
        new(operation, 413, "body_too_large", hosts => PutAsync(hosts.Whole, name, new UnreadContent(TooLong))),
        new(operation, 415, "unsupported_media_type", hosts => PutAsync(hosts.Whole, name, Content("{}", "text/html"))),
        new(operation, 503, "not_configured", hosts => PutAsync(hosts.Bare, name, Content("{}", type))),
    ];

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string path) =>
        SendAsync(client, new(HttpMethod.Get, path), "x-functions-key", TestApp.FunctionKey);

    /// <summary>Asks with the tag of a first answer.</summary>
    private static async Task<HttpResponseMessage> GetAgainAsync(HttpClient client, string path)
    {
        HttpResponseMessage first = await GetAsync(client, path);
        var again = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        return await SendAsync(client, again, "x-functions-key", TestApp.FunctionKey);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string body) =>
        SendAsync(client, new(HttpMethod.Post, "/api/runs") { Content = Json(body) }, "x-functions-key", TestApp.FunctionKey);

    private static Task<HttpResponseMessage> PutAsync(HttpClient client, string name, HttpContent content) =>
        SendAsync(client, new(HttpMethod.Put, $"/api/exports/{name}") { Content = content }, "x-export-key", ContractHosts.ExportKey);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request, string header, string key)
    {
        using HttpRequestMessage sent = request;
        sent.Headers.Add(header, key);
        // A body that is refused unread is then not sent.
        sent.Headers.ExpectContinue = sent.Content is UnreadContent;
        return await client.SendAsync(sent);
    }

    private static async Task<HttpResponseMessage> UntilAsync(HttpStatusCode status, Func<Task<HttpResponseMessage>> ask)
    {
        HttpResponseMessage answer = await ask();
        await Patience.UntilAsync(
            async () => answer.StatusCode == status || (answer = await ask()).StatusCode == status, $"the answer is {status}");
        return answer;
    }

    private static ByteArrayContent Json(string text) => Content(text, "application/json");

    private static ByteArrayContent Content(string text, string type) =>
        new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
