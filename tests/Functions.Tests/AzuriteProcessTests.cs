using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using Plumbline.Local.Azurite;

namespace Plumbline.Functions.Tests;

public sealed class AzuriteProcessTests
{
    [Fact]
    public async Task What_was_written_last_is_there_after_a_restart()
    {
        string folder = Directory.CreateTempSubdirectory("azurite").FullName;
        var settings = new AzuriteSettings { DataFolder = folder };
        await using (AzuriteProcess azurite = await AzuriteProcess.StartAsync(settings, CancellationToken.None))
        {
            var table = new TableClient(azurite.ConnectionString, "kept");
            await table.CreateIfNotExistsAsync();
            await table.AddEntityAsync(new TableEntity("p", "r"));
        }

        await using (AzuriteProcess azurite = await AzuriteProcess.StartAsync(settings, CancellationToken.None))
        {
            Assert.True((await new TableClient(azurite.ConnectionString, "kept").GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_port_that_was_asked_for_and_is_taken_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;

        AzuriteException failure = await Assert.ThrowsAsync<AzuriteException>(() => AzuriteProcess.StartAsync(new AzuriteSettings { Port = port }, CancellationToken.None));

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
