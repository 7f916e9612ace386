using System.Net;
using System.Net.Sockets;
using Azure.Storage.Queues;
using Plumbline.Local.Azurite;

namespace Plumbline.Local.Tests.Azurite;

public sealed class AzuriteServicesTests
{
    [Fact]
    public async Task A_message_that_was_sent_last_is_there_after_a_restart()
    {
        string folder = Directory.CreateTempSubdirectory("azurite").FullName;
        var settings = new AzuriteSettings { DataFolder = folder };
        await using (AzuriteProcess azurite = await AzuriteProcess.StartAsync(settings, CancellationToken.None))
        {
            var queue = new QueueClient(azurite.ConnectionString, "kept");
            await queue.CreateAsync();
            await queue.SendMessageAsync("still here");
        }

        await using (AzuriteProcess azurite = await AzuriteProcess.StartAsync(settings, CancellationToken.None))
        {
            Assert.Equal("still here", (await new QueueClient(azurite.ConnectionString, "kept").PeekMessageAsync()).Value.MessageText);
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

    [Fact]
    public async Task A_queue_port_that_was_asked_for_and_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        AzuriteException failure = await Assert.ThrowsAsync<AzuriteException>(
            () => AzuriteProcess.StartAsync(new AzuriteSettings { QueuePort = port }, CancellationToken.None));
        Assert.StartsWith($"port {port} of 127.0.0.1 is taken", failure.Message, StringComparison.Ordinal);
    }
}
