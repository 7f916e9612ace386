using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tests.Sources;
using Plumbline.Functions.Tests.Triggers;
using Plumbline.Ingest.Tests.Exports;

namespace Plumbline.Functions.Tests.Deliveries;

/// <summary>What becomes of a file that is delivered.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task New_content_is_stored_with_its_type_and_its_MD5()
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        HttpResponseMessage answer = await app.PutAsync("one\n");
        Assert.Equal((HttpStatusCode.Created, """{"export":"invoices.csv","bytes":4,"isNew":true}"""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal("one\n", await app.TextAsync());
        BlobProperties stored = await app.PropertiesAsync();
        Assert.Equal(("text/csv", Convert.ToHexString(Md5("one\n"))), (stored.ContentType, Convert.ToHexString(stored.ContentHash)));
        Assert.Equal("invoices.csv was delivered: 4 bytes, new content", Assert.Single(app.App.Logs.Of(LogLevel.Information)));
    }

    [Fact]
    public async Task The_same_content_again_is_not_written_and_counts_as_delivered_now()
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        await app.PutAsync("one\n");
        await app.Container.GetBlobClient("invoices.csv").SetMetadataAsync(new Dictionary<string, string> { ["own"] = "kept", ["delivered"] = "before" });

        HttpResponseMessage answer = await app.PutAsync("one\n");

        Assert.Equal((HttpStatusCode.OK, """{"export":"invoices.csv","bytes":4,"isNew":false}"""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal(["PUT invoices.csv", "PUT invoices.csv?comp=metadata"], app.Wire.Writes);
        BlobProperties stored = await app.PropertiesAsync();
        Assert.Equal(("kept", "2026-09-07T08:30:00Z"), (stored.Metadata["own"], stored.Metadata[ExportsContainer.Delivered]));
    }

    [Fact]
    public async Task Other_content_takes_the_place_of_the_old_and_of_when_that_was_delivered_again()
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        foreach (string text in (string[])["one\n", "one\n", "two\n"])
            await app.PutAsync(text);
        Assert.Equal("two\n", await app.TextAsync());
        Assert.Empty((await app.PropertiesAsync()).Metadata);
    }

    [Fact]
    public async Task Content_whose_MD5_nobody_stated_is_written_anew()
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        BlockBlobClient blob = app.Container.GetBlockBlobClient("invoices.csv");
        string block = Convert.ToBase64String("1"u8);
        await blob.StageBlockAsync(block, new MemoryStream("one\n"u8.ToArray()));
        await blob.CommitBlockListAsync([block]);
        Assert.Equal(HttpStatusCode.Created, (await app.PutAsync("one\n")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.PutAsync("one\n")).StatusCode);
    }

    [Fact]
    public async Task A_mailbox_is_one_blob_in_whatever_letters_its_address_is_written()
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        HttpResponseMessage first = await app.PutAsync(DeliveredApp.Bytes("{}", "application/json"), "calendars/Ann%2Bwork@Firm.example.json", DeliveredApp.OtherKey);
        HttpResponseMessage again = await app.PutAsync(DeliveredApp.Bytes("{}", "application/json"), "calendars/ann+work@firm.example.JSON", DeliveredApp.OtherKey);
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal(["calendars/ann+work@firm.example.json"], await app.StoredAsync());
        Assert.DoesNotContain(app.App.Logs.Lines, line => line.Text.Contains("firm.example", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_delivery_that_came_in_between_is_overwritten_by_the_later_one()
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        await app.PutAsync("one\n");
        app.Wire.BeforeWrite = write => write.EndsWith("comp=metadata", StringComparison.Ordinal)
            ? app.Container.GetBlobClient("invoices.csv").UploadAsync(BinaryData.FromString("between\n"), overwrite: true) : Task.CompletedTask;
        Assert.Equal(HttpStatusCode.Created, (await app.PutAsync("one\n")).StatusCode);
        Assert.Equal("one\n", await app.TextAsync());
    }

    [Fact]
    public async Task Of_deliveries_at_once_one_is_stored_whole()
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        string[] texts = [.. Enumerable.Range(0, 8).Select(i => new string((char)('a' + i), 300_000 + i))];
        HttpResponseMessage[] answers = await Task.WhenAll(texts.Select(t => app.PutAsync(t)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        Assert.Contains(await app.TextAsync(), texts);
    }

    [Fact]
    public async Task A_container_that_cannot_be_reached_is_503_and_its_log_holds_neither_key_nor_content()
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        app.Wire.BeforeWrite = _ => throw new HttpRequestException("there is nobody");
        await Problem.AssertAsync(await app.PutAsync("secret content\n"), HttpStatusCode.ServiceUnavailable, "exports_unavailable");
        Assert.Equal(["Function ReceiveExport could not reach the exports"], app.App.Logs.Of(LogLevel.Error));
        Assert.DoesNotContain(app.App.Logs.Lines, line => line.Text.Contains("secret", StringComparison.Ordinal) || line.Text.Contains("key", StringComparison.Ordinal));
        Assert.Empty(await app.StoredAsync());
    }

    [Fact]
    public async Task A_container_that_is_not_there_is_503()
    {
        await using DeliveredApp app = await DeliveredApp.StartAsync();
        await app.Container.DeleteAsync();
        await Problem.AssertAsync(await app.PutAsync("one\n"), HttpStatusCode.ServiceUnavailable, "exports_unavailable");
    }

    [Fact]
    public async Task A_file_that_is_delivered_again_stands_as_of_that_day_and_is_read_without_a_download()
    {
        using ExportedFirm firm = await ExportedFirm.CreateAsync();
        string accounts = "account_id,name,status\nA1,One,active\n";
        await using ServedApp app = await ServedApp.StartAsync(services => services.AddSingleton(firm.Container), ("Exports:Keys:accounts_csv", DeliveredApp.Key));
        await DeliverAsync(app, accounts);
        string? hash = (await firm.ReadAsync()).Reading("accounts.csv").Hash;

        app.Clock.Jump(TimeSpan.FromDays(40_000));
        await DeliverAsync(app, accounts);

        var reading = (await firm.Exports.ReadAsync(new(2200, 1, 1), CancellationToken.None)).Reading("accounts.csv");
        Assert.Equal(("2136-03-14", hash), ($"{reading.AsOf:uuuu-MM-dd}", reading.Hash));
        Assert.Equal(["accounts.csv"], firm.Wire.Downloads);
    }

    private static async Task DeliverAsync(ServedApp app, string text)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, "/api/exports/accounts.csv") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) };
        request.Headers.Add("x-export-key", DeliveredApp.Key);
        (await app.Client.SendAsync(request)).EnsureSuccessStatusCode();
    }

    private static byte[] Md5(string text)
    {
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        md5.AppendData(Encoding.UTF8.GetBytes(text));
        return md5.GetHashAndReset();
    }
}
