using System.Net.NetworkInformation;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Functions.Tables;
using Plumbline.Local.Azurite;
using Plumbline.Local.Running;

namespace Plumbline.Functions.Tests.Running;

public sealed class LocalAppTests
{
    [Fact]
    public async Task Its_connections_to_the_tables_end_with_it()
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteSettings(), CancellationToken.None);
        await using (LocalApp app = await LocalApp.StartAsync(0, azurite.ConnectionString, new Dictionary<string, string?> { ["LOCAL_FUNCTION_KEY"] = "key" }, new FirstRun(), CancellationToken.None))
        {
            await app.Services.GetRequiredService<TableSet>().CreateAsync(CancellationToken.None);
            Assert.NotEmpty(ConnectionsTo(azurite.Port));
        }
        Assert.Empty(ConnectionsTo(azurite.Port));
    }

    private static TcpConnectionInformation[] ConnectionsTo(int port) =>
        [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections().Where(c => c.RemoteEndPoint.Port == port && c.State is TcpState.Established or TcpState.CloseWait)];
}
