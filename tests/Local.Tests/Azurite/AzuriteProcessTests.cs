using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Plumbline.Local.Azurite;

namespace Plumbline.Local.Tests.Azurite;

public sealed class AzuriteProcessTests
{
    [Fact]
    public async Task What_each_service_was_given_last_is_there_after_a_restart()
    {
        string folder = Directory.CreateTempSubdirectory("azurite").FullName;
        var settings = new AzuriteSettings { DataFolder = folder };
        await using (AzuriteProcess azurite = await AzuriteProcess.StartAsync(settings, CancellationToken.None))
        {
            await new TableClient(azurite.ConnectionString, "kept").CreateAsync();
            await new TableClient(azurite.ConnectionString, "kept").AddEntityAsync(new TableEntity("p", "r"));
            await new QueueClient(azurite.ConnectionString, "kept").CreateAsync();
            await new QueueClient(azurite.ConnectionString, "kept").SendMessageAsync("still here");
            await new BlobContainerClient(azurite.ConnectionString, "kept").CreateAsync();
            await new BlobContainerClient(azurite.ConnectionString, "kept").UploadBlobAsync("file", BinaryData.FromString("here too"));
        }

        await using (AzuriteProcess azurite = await AzuriteProcess.StartAsync(settings, CancellationToken.None))
        {
            Assert.True((await new TableClient(azurite.ConnectionString, "kept").GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
            Assert.Equal("still here", (await new QueueClient(azurite.ConnectionString, "kept").PeekMessageAsync()).Value.MessageText);
            Assert.Equal("here too", (await new BlobClient(azurite.ConnectionString, "kept", "file").DownloadContentAsync()).Value.Content.ToString());
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Each_service_has_an_endpoint_that_answers()
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteSettings(), CancellationToken.None);
        using var client = new HttpClient();
        var servers = new List<string>();
        foreach (Uri endpoint in new[] { azurite.TableEndpoint, azurite.QueueEndpoint, azurite.BlobEndpoint })
        {
            // Refused by the service, since it bears no signature; which service it is stands in the answer.
            using HttpResponseMessage answer = await client.GetAsync($"{endpoint}?comp=list");
            servers.Add($"{answer.Headers.Server}".Split('/')[0]);
            Assert.Contains(endpoint.AbsoluteUri, azurite.ConnectionString, StringComparison.Ordinal);
        }

        Assert.Equal(["Azurite-Table", "Azurite-Queue", "Azurite-Blob"], servers);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("queue")]
    [InlineData("blob")]
    public async Task A_port_that_was_asked_for_and_is_taken_is_named(string service)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        AzuriteSettings settings = service switch
        {
            "table" => new() { Port = port },
            "queue" => new() { QueuePort = port },
            _ => new() { BlobPort = port },
        };

        AzuriteException failure = await Assert.ThrowsAsync<AzuriteException>(() => AzuriteProcess.StartAsync(settings, CancellationToken.None));

        Assert.StartsWith($"port {port} of 127.0.0.1 is taken", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_node_the_remedy_is_named()
    {
        AzuriteException failure = await Assert.ThrowsAsync<AzuriteException>(() => AzuriteProcess.StartAsync(new AzuriteSettings { Node = "no-such-node" }, CancellationToken.None));

        Assert.Contains("needs Node.js 20 or newer", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lock_file_names_the_pinned_version_and_no_registry()
    {
        string root = typeof(AzuriteProcess).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
            .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(m => m.Key == "RepositoryRoot").Value!;
        string text = File.ReadAllText(Path.Combine(root, "local", "Azurite", "package-lock.json"));

        Assert.Contains("\"azurite\": \"3.35.0\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"resolved\"", text, StringComparison.Ordinal);
    }
}
