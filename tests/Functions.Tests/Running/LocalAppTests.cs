using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Cli.Commands;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Results;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;
using Plumbline.Local.Azurite;
using Plumbline.Local.Running;

namespace Plumbline.Functions.Tests.Running;

public sealed class LocalAppTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

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

    [Fact]
    public async Task A_run_that_cannot_even_begin_is_not_waited_for()
    {
        string bus = Directory.CreateTempSubdirectory("plumbline-bus-").FullName;
        var settings = new Dictionary<string, string?>
        {
            ["LOCAL_FUNCTION_KEY"] = "key", ["LOCAL_BUS_FOLDER"] = bus, [PolicySettings.Key] = PolicyLoad.Shipped, [ExportsSettings.Key] = Path.Combine(bus, "nowhere"),
            [BusSettings.Section] = "Endpoint=sb://localhost;SharedAccessKeyName=local;SharedAccessKey=none;UseDevelopmentEmulator=true",
        };
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteSettings(), CancellationToken.None);
        var first = new FirstRun();
        await using (LocalApp app = await LocalApp.StartAsync(0, azurite.ConnectionString, settings, first, CancellationToken.None))
        {
            string run = await app.Services.GetRequiredService<RunStart>().StartAsync([], "request", CancellationToken.None);
            await Assert.ThrowsAsync<RefusedException>(() => first.ResultAsync(run, CancellationToken.None).WaitAsync(Patience));
        }
        Directory.Delete(bus, recursive: true);
    }

    [Fact]
    public void A_port_that_this_user_may_not_take_is_told_as_such() =>
        Assert.Equal("port 80 of 127.0.0.1 is not yours to take: give another with --port.", LocalApp.WhyNot(new SocketException((int)SocketError.AccessDenied), 80));

    private static TcpConnectionInformation[] ConnectionsTo(int port) =>
        [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections().Where(c => c.RemoteEndPoint.Port == port && c.State is TcpState.Established or TcpState.CloseWait)];
}
