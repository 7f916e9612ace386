using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Plumbline.Local.Tests.Host;

[Collection(SharedHostTests.Name)]
public sealed class HttpTriggerTests(SharedHost shared)
{
    private readonly RunningHost host = shared.Running;

    private HttpClient Client => host.Client;

    [Fact]
    public async Task A_function_answers_with_the_value_of_its_route_and_the_public_address() =>
        Assert.Equal($"Hello Ada from {host.Host.Address.Authority}", await Client.GetStringAsync("/api/hello/Ada"));

    [Fact]
    public async Task Routes_ignore_case_and_values_keep_theirs() =>
        Assert.StartsWith("Hello aDa", await Client.GetStringAsync("/API/Hello/aDa"), StringComparison.Ordinal);

    [Fact]
    public async Task A_route_value_is_converted_to_the_type_of_its_parameter() =>
        Assert.Equal("42", await Client.GetStringAsync("/api/numbers/41"));

    [Theory]
    [InlineData("GET")]
    [InlineData("PATCH")]
    public async Task A_function_without_route_and_methods_answers_under_its_name_to_every_method(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/anything");
        using HttpResponseMessage answer = await Client.SendAsync(request);
        Assert.Equal(method, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/api/unknown")]
    [InlineData("GET", "/hello/Ada")]
    [InlineData("GET", "/api/numbers/many")]
    [InlineData("POST", "/api/hello/Ada")]
    [InlineData("HEAD", "/api/hello/Ada")]
    [InlineData("OPTIONS", "/api/hello/Ada")]
    public async Task An_unknown_path_or_a_method_that_is_not_listed_is_404_without_a_body(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using HttpResponseMessage answer = await Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task The_answer_of_the_app_passes_unchanged()
    {
        using HttpResponseMessage answer = await Client.GetAsync("/api/problem");
        Assert.Equal(
            (HttpStatusCode.Conflict, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(["passes"], answer.Headers.GetValues("x-of-the-app"));
        Assert.Contains("no such thing", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_a_body_passes_unchanged() =>
        Assert.Equal(HttpStatusCode.NoContent, (await Client.GetAsync("/api/nocontent")).StatusCode);

    [Fact]
    public async Task A_function_sees_the_request_as_the_client_sent_it_and_no_header_that_the_host_alone_may_set()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/DESCRIBE?a=b%2Fc&d=%20e");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Host", "elsewhere");
        request.Headers.TryAddWithoutValidation("x-ms-invocation-id", "made up");
        request.Headers.TryAddWithoutValidation("x-own", "kept");
        request.Headers.TryAddWithoutValidation("Cookie", "one=1; two=2");
        request.Headers.TryAddWithoutValidation("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        string[] seen = (await (await Client.SendAsync(request)).Content.ReadAsStringAsync()).ReplaceLineEndings("\n").Split('\n');
        Assert.Contains("path=/api/DESCRIBE?a=b%2Fc&d=%20e", seen);
        Assert.Contains($"address=http://{host.Host.Address.Authority}", seen);
        Assert.Contains("own=kept", seen);
        Assert.Contains("cookie=one=1; two=2", seen);
        Assert.Contains(seen, line => line.StartsWith("trace=00-0af7651916cd43dd8448eb211c80319c-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_worker_has_the_settings_of_the_app_a_home_of_its_own_and_nothing_else_of_the_hosts_environment()
    {
        string seen = await Client.GetStringAsync("/api/describe");
        Assert.Contains("setting=of the app", seen, StringComparison.Ordinal);
        Assert.Contains($"home={host.Settings.Home}", seen, StringComparison.Ordinal);
        Assert.Contains($"temp={Path.Combine(host.Settings.Home, "worker-temp")}", seen, StringComparison.Ordinal);
        Assert.EndsWith("inherited=", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_comes_back_as_it_was_sent()
    {
        byte[] sent = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 500_000).Select(n => $"{n}\n")));
        using HttpResponseMessage answer = await Client.PostAsync("/api/echo", new ByteArrayContent(sent));
        Assert.Equal(sent, await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_answer_reaches_the_client_while_the_function_still_writes_it()
    {
        using HttpResponseMessage answer = await Client.GetAsync("/api/drip/tap", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("first", await reader.ReadLineAsync());
        await host.OpenAsync("tap");
        Assert.Equal("second", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task A_function_that_throws_is_answered_500_without_a_body_and_said_once()
    {
        int before = host.Lines.Count("Function Fail failed");
        using HttpResponseMessage answer = await Client.GetAsync("/api/fail");
        Assert.Equal((HttpStatusCode.InternalServerError, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        await host.Lines.HearAsync("Function Fail failed: System.InvalidOperationException: failed as asked", before + 1);
        Assert.Equal(0, host.Lines.Count("Exception was thrown by function: Fail"));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_breaks_off_at_the_client()
    {
        using HttpResponseMessage answer = await Client.GetAsync("/api/faillate/breaking", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        Assert.Equal("first", await reader.ReadLineAsync());
        await host.OpenAsync("breaking");
        await Assert.ThrowsAnyAsync<IOException>(() => reader.ReadLineAsync());
    }

    [Fact]
    public async Task A_body_that_is_too_long_by_its_length_is_413_by_the_app()
    {
        using HttpResponseMessage answer = await Client.PostAsync("/api/swallow", new ByteArrayContent(new byte[3 << 20]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_body_that_turns_out_too_long_is_413_by_the_app()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/swallow") { Content = new ByteArrayContent(new byte[3 << 20]) };
        request.Headers.TransferEncodingChunked = true;
        using HttpResponseMessage answer = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_body_that_is_longer_than_the_host_allows_is_413_unread()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/swallow") { Content = new UnreadContent(200L << 20) };
        request.Headers.ExpectContinue = true;
        using HttpResponseMessage answer = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/swallow")]
    [InlineData("/admin/functions/none")]
    public async Task A_chunk_of_a_body_that_is_larger_than_any_is_400(string path)
    {
        using var client = new TcpClient(host.Host.Address.Host, host.Host.Address.Port);
        string request = $"POST {path} HTTP/1.1\r\nHost: {host.Host.Address.Authority}\r\nx-functions-key: {TestApp.MasterKey}\r\n"
            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{ \r\nFFFFFFFFFFFFFFFFF\r\n";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(client.GetStream());
        Assert.Equal("HTTP/1.1 400 Bad Request", await reader.ReadLineAsync().WaitAsync(Patience.Limit));
    }

    [Fact]
    public async Task The_function_hears_that_its_client_has_gone()
    {
        using var gone = new CancellationTokenSource();
        Task<HttpResponseMessage> call = Client.GetAsync("/api/wait/leaver", gone.Token);
        await host.Lines.HearAsync("request leaver begun");
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await host.Lines.HearAsync("request leaver cancelled");
        await host.Lines.HearAsync("Function Wait was cancelled");
        Assert.Equal(0, host.Lines.Count("Function Wait failed"));
    }
}
