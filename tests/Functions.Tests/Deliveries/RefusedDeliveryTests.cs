using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Plumbline.Functions.Tests.Triggers;

namespace Plumbline.Functions.Tests.Deliveries;

/// <summary>What is not taken; nothing of it is stored.</summary>
public sealed class RefusedDeliveryTests
{
    private const int Longest = 100_000_000;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData(DeliveredApp.OtherKey)]
    [InlineData(DeliveredApp.Key + "; " + DeliveredApp.NextKey)]
    public async Task Without_a_key_of_the_export_nothing_is_taken(string? key)
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        JsonElement problem = await Problem.AssertAsync(await app.PutAsync("one\n", key: key), HttpStatusCode.Unauthorized, "wrong_key");
        Assert.Equal("The header x-export-key must hold a key of this export.", problem.GetProperty("detail").GetString());
        Assert.Empty(await app.StoredAsync());
    }

    [Fact]
    public async Task A_key_that_is_sent_twice_opens_nothing()
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/exports/invoices.csv") { Content = DeliveredApp.Bytes("one\n") };
        request.Headers.Add("x-export-key", [DeliveredApp.Key, DeliveredApp.Key]);
        await Problem.AssertAsync(await app.App.Client.SendAsync(request), HttpStatusCode.Unauthorized, "wrong_key");
    }

    [Fact]
    public async Task While_a_key_is_replaced_the_old_and_the_new_one_open()
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        Assert.Equal(HttpStatusCode.Created, (await app.PutAsync("one\n", key: DeliveredApp.Key)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.PutAsync("one\n", key: DeliveredApp.NextKey)).StatusCode);
    }

    [Theory]
    [InlineData("ledger.csv")]
    [InlineData("Invoices.csv")]
    [InlineData("invoices")]
    [InlineData("time.csv")]
    [InlineData("calendars")]
    [InlineData("calendars/ann.json")]
    [InlineData("calendars/ann@firm.example")]
    [InlineData("calendars/ann@firm@example.json")]
    [InlineData("calendars/ann%20lee@firm.example.json")]
    public async Task A_name_that_is_no_export_and_one_without_a_key_are_refused_alike(string name)
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        JsonElement problem = await Problem.AssertAsync(await app.PutAsync("one\n", name), HttpStatusCode.NotFound, "no_such_export");
        Assert.Equal("There is no such export here, or no key for it in Exports:Keys. Exports are named as invoices.csv or calendars/ADDRESS.json.", problem.GetProperty("detail").GetString());
        Assert.Empty(await app.StoredAsync());
    }

    [Theory]
    [InlineData("invoices.csv", "text/csv", true)]
    [InlineData("invoices.csv", "Text/CSV; charset=\"UTF-8\"", true)]
    [InlineData("invoices.csv", "text/plain", true)]
    [InlineData("invoices.csv", "application/octet-stream", true)]
    [InlineData("invoices.csv", null, true)]
    [InlineData("invoices.csv", "application/json", false)]
    [InlineData("invoices.csv", "text/csv; charset=iso-8859-1", false)]
    [InlineData("invoices.csv", "application/x-www-form-urlencoded", false)]
    [InlineData("calendars/ann@firm.example.json", "application/json", true)]
    [InlineData("calendars/ann@firm.example.json", "application/octet-stream", true)]
    [InlineData("calendars/ann@firm.example.json", "text/csv", false)]
    public async Task A_form_that_is_not_read_is_not_taken(string name, string? type, bool isTaken)
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        HttpResponseMessage answer = await app.PutAsync(DeliveredApp.Bytes("one\n", type), name, name == "invoices.csv" ? DeliveredApp.Key : DeliveredApp.OtherKey);
        if (!isTaken)
            await Problem.AssertAsync(answer, HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        Assert.Equal((isTaken, isTaken ? 1 : 0), (answer.IsSuccessStatusCode, (await app.StoredAsync()).Length));
    }

    [Theory]
    [InlineData("Content-Type", "nonsense", HttpStatusCode.UnsupportedMediaType, "unsupported_media_type")]
    [InlineData("Content-Encoding", "gzip", HttpStatusCode.UnsupportedMediaType, "unsupported_encoding")]
    [InlineData("Content-Range", "bytes 0-3/8", HttpStatusCode.BadRequest, "partial_body")]
    public async Task A_body_that_is_not_the_file_as_it_is_is_not_taken(string header, string value, HttpStatusCode status, string code)
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        ByteArrayContent content = DeliveredApp.Bytes("one\n", null);
        content.Headers.TryAddWithoutValidation(header, value);
        await Problem.AssertAsync(await app.PutAsync(content), status, code);
        Assert.Empty(await app.StoredAsync());
    }

    [Fact]
    public async Task An_empty_body_is_refused()
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        await Problem.AssertAsync(await app.PutAsync(""), HttpStatusCode.BadRequest, "empty_body");
        await Problem.AssertAsync(await app.PutAsync(content: null), HttpStatusCode.BadRequest, "empty_body");
        Assert.Empty(await app.StoredAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_longer_than_100_MB_is_refused_whether_or_not_its_length_is_stated(bool isStated)
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        await Problem.AssertAsync(await app.PutAsync(new LongContent(Longest + 1, isStated)), HttpStatusCode.RequestEntityTooLarge, "body_too_large");
        Assert.Empty(await app.StoredAsync());
        Assert.Empty(app.Wire.Writes);
    }

    [Fact]
    public async Task A_body_of_100_MB_is_stored_by_one_request()
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        Assert.Equal(HttpStatusCode.Created, (await app.PutAsync(new LongContent(Longest, isStated: false))).StatusCode);
        Assert.Equal(Longest, (await app.PropertiesAsync()).ContentLength);
        Assert.Equal(["PUT invoices.csv"], app.Wire.Writes);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_not_stored()
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        await app.PutAsync("whole\n");
        using (var client = new TcpClient(app.App.Client.BaseAddress!.Host, app.App.Client.BaseAddress.Port))
        {
            string begun = $"PUT /api/exports/invoices.csv HTTP/1.1\r\nHost: localhost\r\nx-export-key: {DeliveredApp.Key}\r\nContent-Length: 1000\r\n\r\npart of it";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(begun));
        }
        Assert.Null(await app.App.Ended.ReadAsync().AsTask().WaitAsync(Patience.Limit));
        Assert.Null(await app.App.Ended.ReadAsync().AsTask().WaitAsync(Patience.Limit));
        Assert.Equal("whole\n", await app.TextAsync());
        Assert.Empty(app.App.Logs.Of(LogLevel.Error));
    }

    /// <summary>So many bytes, made as they are sent.</summary>
    private sealed class LongContent(long length, bool isStated) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            byte[] piece = new byte[1 << 16];
            for (long left = length; left > 0; left -= piece.Length)
                await stream.WriteAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)));
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return isStated;
        }
    }
}
