using Azure.Storage.Queues;
using Plumbline.Local.Host;

namespace Plumbline.Local.Tests.Host;

/// <summary>A host of the small worker app, with queues and a log of its own.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly string connection;
    private readonly string prefix;

    private RunningHost(FunctionsHost host, HostSettings settings, HeardLines lines, string connection, string prefix)
    {
        (Host, Settings, Lines) = (host, settings, lines);
        (this.connection, this.prefix) = (connection, prefix);
        Client = new HttpClient { BaseAddress = host.Address, Timeout = Patience.Limit };
    }

    public FunctionsHost Host { get; }

    public HostSettings Settings { get; }

    public HeardLines Lines { get; }

    public HttpClient Client { get; }

    public static Task<RunningHost> StartAsync() => StartAsync(settings => settings, _ => { });

    public static async Task<RunningHost> StartAsync(Func<HostSettings, HostSettings> adjust, Action<Dictionary<string, string>> adjustApp)
    {
        string connection = await AzuriteFixture.ConnectionStringAsync();
        (string prefix, var lines) = (TestApp.NewPrefix(), new HeardLines());
        Dictionary<string, string> app = TestApp.AppSettings(connection, prefix);
        adjustApp(app);
        HostSettings settings = adjust(TestApp.Settings(lines, app));
        return new RunningHost(await FunctionsHost.StartAsync(settings, CancellationToken.None), settings, lines, connection, prefix);
    }

    public QueueClient Queue(string name, QueueMessageEncoding encoding = QueueMessageEncoding.Base64) =>
        new(connection, $"{prefix}-{name}", new QueueClientOptions { MessageEncoding = encoding });

    public async Task SendAsync(string queue, string message, TimeSpan? delay = null)
    {
        await Queue(queue).CreateIfNotExistsAsync();
        await Queue(queue).SendMessageAsync(message, delay);
    }

    public async Task OpenAsync(string gate) => (await Client.PostAsync($"/api/open/{gate}", null)).EnsureSuccessStatusCode();

    public async Task HoldAsync(string gate) => (await Client.PostAsync($"/api/hold/{gate}", null)).EnsureSuccessStatusCode();

    /// <summary>Waits until messages that were taken are deleted.</summary>
    public Task EmptyAsync(string queue) =>
        Patience.UntilAsync(
            async () => (await Queue(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount == 0, $"queue {queue} is empty");

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
        Directory.Delete(Settings.Home, recursive: true);
    }
}

/// <summary>One host for the tests that harm nothing.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    internal RunningHost Running { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable("OF_THE_HOST_ALONE", "not for the worker");
        // A message stays invisible for seconds, so that a test sees it renewed.
        Running = await RunningHost.StartAsync(settings => settings with { QueueVisibility = TimeSpan.FromSeconds(3) }, _ => { });
    }

    public Task DisposeAsync() => Running.DisposeAsync().AsTask();
}

[CollectionDefinition(Name)]
public sealed class SharedHostTests : ICollectionFixture<SharedHost>
{
    public const string Name = "shared host";
}
