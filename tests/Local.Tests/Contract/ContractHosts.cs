using System.Text.Json;
using Plumbline.Cli.Commands;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Sources;
using Plumbline.Local.Host;
using Plumbline.Local.Running;
using Plumbline.Local.Tests.Host;

namespace Plumbline.Local.Tests.Contract;

/// <summary>The app under the local host twice: with all that it needs, and with no setting of its own but keys of exports.</summary>
public sealed class ContractHosts : IAsyncLifetime
{
    public const string ExportKey = "the key of the exports";

    private readonly string home = Directory.CreateTempSubdirectory("plumbline-contract-").FullName;
    private LocalCloud? cloud;
    private FunctionsHost? whole;
    private FunctionsHost? bare;

    /// <summary>Of the app that has all it needs. Its requests carry no key.</summary>
    internal HttpClient Whole { get; private set; } = null!;

    /// <summary>Of the app without settings.</summary>
    internal HttpClient Bare { get; private set; } = null!;

    /// <summary>As the app serves it.</summary>
    internal JsonElement Document { get; private set; }

    public async Task InitializeAsync()
    {
        cloud = await LocalCloud.StartAsync(HomeFolder.At(home), null, _ => { }, CancellationToken.None);
        await cloud.Exports.CreateAsync();
        whole = await StartAsync("whole", cloud.Settings(PolicyLoad.Shipped, ExportKey));
        // On an account of its own: its worker could not make a run that the other one is asked for.
        bare = await StartAsync("bare", new()
        {
            [QueueSettings.Key] = await AzuriteFixture.ConnectionStringAsync(),
            [$"{ExportKeys.Section}:invoices_csv"] = ExportKey,
            [$"{ExportKeys.Section}:calendars"] = ExportKey,
        });
        (Whole, Bare) = (Client(whole), Client(bare));
        Document = JsonDocument.Parse(await Whole.GetStringAsync("/api/openapi.json")).RootElement;
    }

    public async Task DisposeAsync()
    {
        Whole?.Dispose();
        Bare?.Dispose();
        foreach (IAsyncDisposable? part in new IAsyncDisposable?[] { whole, bare, cloud })
            await (part?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(home, recursive: true);
    }

    private Task<FunctionsHost> StartAsync(string name, Dictionary<string, string> settings) => FunctionsHost.StartAsync(new()
    {
        App = Path.Combine(AppContext.BaseDirectory, "Plumbline.Functions.dll"),
        Home = Path.Combine(home, name),
        Port = 0,
        AppSettings = settings,
        FunctionKey = TestApp.FunctionKey,
    }, CancellationToken.None);

    private static HttpClient Client(FunctionsHost host) => new() { BaseAddress = host.Address, Timeout = Patience.Limit };
}
