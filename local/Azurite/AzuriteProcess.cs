using System.Diagnostics;

namespace Plumbline.Local.Azurite;

/// <summary>Running tables, queues and blobs on this machine; it ends, with its last writes saved, when this is disposed of or its process is gone.</summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    // The emulator's account, published with it: the same on every machine.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const int Attempts = 5;
    private static readonly TimeSpan ToStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ToSave = TimeSpan.FromSeconds(30);

    private readonly Process keeper;
    private readonly AzuriteOutput output;
    private int disposed;

    private AzuriteProcess(Process keeper, AzuriteOutput output, AzuritePorts ports)
    {
        this.keeper = keeper;
        this.output = output;
        Ports = ports;
    }

    /// <summary>The port of the tables.</summary>
    public int Port => Ports.Table;

    public Uri TableEndpoint => Endpoint(Ports.Table);

    public Uri QueueEndpoint => Endpoint(Ports.Queue);

    public Uri BlobEndpoint => Endpoint(Ports.Blob);

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={BlobEndpoint};QueueEndpoint={QueueEndpoint};TableEndpoint={TableEndpoint};";

    /// <summary>Why it could not save what it had answered for, once it has ended; null where it could.</summary>
    internal string? Unsaved => output.Unsaved;

    private AzuritePorts Ports { get; }

    /// <summary>Installs Azurite where it is missing, starts it and waits until it answers.</summary>
    public static async Task<AzuriteProcess> StartAsync(AzuriteSettings settings, CancellationToken stop)
    {
        AzuriteInstallation installation = await AzuriteInstallation.FindOrInstallAsync(settings.InstallFolder, stop);
        for (int attempt = 1; ; attempt++)
        {
            AzuritePorts ports = AzuritePorts.For(settings);
            AzuriteProcess azurite = Start(installation, settings, ports);
            if (await azurite.AnswersAsync(stop))
            {
                return azurite;
            }

            string said = await azurite.FailureAsync();
            int? taken = ports.TakenAccordingTo(said);
            if (taken is null || settings.Asks(taken.Value) || attempt == Attempts)
            {
                throw new AzuriteException(taken is null ? $"Azurite did not start. It says:\n{said}" : $"port {taken} of 127.0.0.1 is taken: give another, or end what listens there.");
            }
        }
    }

    /// <summary>Waits until it has ended by itself; returns what it said.</summary>
    internal async Task<string> EndedAsync(CancellationToken cancellationToken)
    {
        await output.Ended.WaitAsync(cancellationToken);
        return output.Text;
    }

    /// <summary>Asks Azurite to end, by SIGINT, and waits until it has saved.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 1)
        {
            return;
        }

        keeper.StandardInput.Close();
        using var late = new CancellationTokenSource(ToSave);
        try
        {
            await output.Ended.WaitAsync(late.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            keeper.Kill(entireProcessTree: true);
            await output.Ended;
        }

        keeper.Dispose();
    }

    private static AzuriteProcess Start(AzuriteInstallation installation, AzuriteSettings settings, AzuritePorts ports)
    {
        string[] storage = settings.DataFolder is null ? ["--inMemoryPersistence"] : ["--location", Path.GetFullPath(settings.DataFolder)];
        string[] options = [.. ports.Options, "--disableTelemetry", "--silent", "--skipApiVersionCheck", .. storage];
        var start = new ProcessStartInfo(settings.Node, [installation.Keeper, installation.Server, .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process keeper = Npm.Started(start);
        return new AzuriteProcess(keeper, new AzuriteOutput(keeper), ports);
    }

    private static Uri Endpoint(int port) => new($"http://127.0.0.1:{port}/{Account}");

    private async Task<bool> AnswersAsync(CancellationToken stop)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(ToStart);
        try
        {
            return await output.Started.WaitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            await DisposeAsync();
            stop.ThrowIfCancellationRequested();
            throw new AzuriteException($"Azurite did not answer on port {Port} within {ToStart.TotalSeconds:0} seconds. It says:\n{output.Text}");
        }
    }

    private async Task<string> FailureAsync()
    {
        await DisposeAsync();
        return output.Text;
    }
}
