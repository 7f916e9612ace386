using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Plumbline.Functions.Sources;

namespace Plumbline.Functions.Tests.Sources;

public sealed class ExportCopiesTests
{
    [Fact]
    public async Task Of_a_file_only_the_copy_of_its_newest_version_is_kept()
    {
        BlobContainerClient container = await ContainerAsync();
        using var copies = new ExportCopies();
        string other = await CopyAsync(copies, container, "time.csv", "other");
        string first = await CopyAsync(copies, container, "invoices.csv", "one");
        string second = await CopyAsync(copies, container, "invoices.csv", "two");

        Assert.Equal("two", await File.ReadAllTextAsync(second));
        Assert.False(File.Exists(first));
        string[] kept = Directory.GetFiles(Path.GetDirectoryName(second)!);
        Assert.Equal(new[] { other, second }.Order(StringComparer.Ordinal), kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_copy_that_is_being_read_is_read_to_its_end_though_a_newer_one_comes()
    {
        BlobContainerClient container = await ContainerAsync();
        using var copies = new ExportCopies();
        string first = await CopyAsync(copies, container, "invoices.csv", "one");
        using var reader = new StreamReader(new FileStream(first, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete));

        await CopyAsync(copies, container, "invoices.csv", "two");

        Assert.Equal("one", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task Two_runs_that_ask_for_one_version_at_once_find_one_copy()
    {
        BlobContainerClient container = await ContainerAsync();
        using var copies = new ExportCopies();
        BlobClient blob = container.GetBlobClient("invoices.csv");
        await blob.UploadAsync(BinaryData.FromString("one"));
        BlobItemProperties listed = await ListedAsync(container, "invoices.csv");

        string[] found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => copies.FetchAsync(blob, listed, CancellationToken.None)));

        string copy = Assert.Single(found.Distinct());
        Assert.Equal("one", await File.ReadAllTextAsync(copy));
        Assert.Equal([copy], Directory.GetFiles(Path.GetDirectoryName(copy)!));
    }

    [Fact]
    public async Task The_same_content_again_is_not_downloaded_though_its_ETag_is_another()
    {
        var wire = new BlobWire();
        BlobContainerClient container = await ContainerAsync(wire.Options);
        using var copies = new ExportCopies();
        string first = await CopyAsync(copies, container, "invoices.csv", "one");
        Assert.Equal(first, await CopyAsync(copies, container, "invoices.csv", "one"));
        Assert.Single(wire.Downloads);
    }

    [Fact]
    public async Task Without_an_MD5_another_ETag_is_taken_for_other_content()
    {
        var wire = new BlobWire();
        BlobContainerClient container = await ContainerAsync(wire.Options);
        using var copies = new ExportCopies();
        foreach (int _ in (int[])[1, 2])
        {
            await container.GetBlobClient("invoices.csv").UploadAsync(BinaryData.FromString("one"), overwrite: true);
            await container.GetBlobClient("invoices.csv").SetHttpHeadersAsync(new() { ContentHash = null });
            await FetchAsync(copies, container, "invoices.csv");
        }
        Assert.Equal(2, wire.Downloads.Count);
    }

    [Fact]
    public async Task An_MD5_that_an_uploader_left_as_it_was_does_not_hide_content_of_another_length()
    {
        BlobContainerClient container = await ContainerAsync();
        using var copies = new ExportCopies();
        var stale = new BlobHttpHeaders { ContentHash = new byte[16] };
        foreach (string text in (string[])["one", "three"])
        {
            await container.GetBlobClient("invoices.csv").UploadAsync(BinaryData.FromString(text), overwrite: true);
            await container.GetBlobClient("invoices.csv").SetHttpHeadersAsync(stale);
            Assert.Equal(text, await File.ReadAllTextAsync(await FetchAsync(copies, container, "invoices.csv")));
        }
    }

    [Fact]
    public async Task A_download_that_fails_leaves_the_copy_that_was_there_and_nothing_of_itself()
    {
        BlobContainerClient container = await ContainerAsync();
        using var copies = new ExportCopies();
        string first = await CopyAsync(copies, container, "invoices.csv", "one");

        BlobItemProperties gone = BlobsModelFactory.BlobItemProperties(accessTierInferred: true, eTag: new("\"0x1\""));
        await Assert.ThrowsAsync<RequestFailedException>(() => copies.FetchAsync(container.GetBlobClient("invoices.csv"), gone, CancellationToken.None));

        Assert.Equal([first], Directory.GetFiles(Path.GetDirectoryName(first)!));
    }

    [Fact]
    public async Task Copies_are_for_the_apps_user_alone_and_end_with_the_app()
    {
        BlobContainerClient container = await ContainerAsync();
        var copies = new ExportCopies();
        string folder = Path.GetDirectoryName(await CopyAsync(copies, container, "invoices.csv", "one"))!;
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));

        copies.Dispose();

        Assert.False(Directory.Exists(folder));
    }

    private static async Task<BlobContainerClient> ContainerAsync(BlobClientOptions? options = null)
    {
        var container = new BlobContainerClient(await AzuriteFixture.ConnectionStringAsync(), $"copies-{Guid.NewGuid():N}", options);
        await container.CreateAsync();
        return container;
    }

    private static async Task<string> CopyAsync(ExportCopies copies, BlobContainerClient container, string name, string text)
    {
        await container.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);
        return await FetchAsync(copies, container, name);
    }

    private static async Task<string> FetchAsync(ExportCopies copies, BlobContainerClient container, string name) =>
        await copies.FetchAsync(container.GetBlobClient(name), await ListedAsync(container, name), CancellationToken.None);

    private static async Task<BlobItemProperties> ListedAsync(BlobContainerClient container, string name) =>
        (await container.GetBlobsAsync().FirstAsync(b => b.Name == name)).Properties;
}
