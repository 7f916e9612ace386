using System.Diagnostics;

namespace Plumbline.Local.Azurite;

/// <summary>A running Table endpoint on this machine; it ends, with its last writes saved, when this is disposed of or its process is gone.</summary>
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

    private AzuriteProcess(Process keeper, AzuriteOutput output, int port)
    {
        this.keeper = keeper;
        this.output = output;
        Port = port;
    }

    public int Port { get; }

    public Uri TableEndpoint => new($"http://127.0.0.1:{Port}/{Account}");

    public string ConnectionString => $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint={TableEndpoint};";

    /// <summary>Installs Azurite where it is missing, starts it and waits until it answers.</summary>
    public static async Task<AzuriteProcess> StartAsync(AzuriteSettings settings, CancellationToken stop)
    {
        AzuriteInstallation installation = await AzuriteInstallation.FindOrInstallAsync(settings.InstallFolder, stop);
        for (int attempt = 1; ; attempt++)
        {
            int port = settings.Port ?? LoopbackPort.Free();
            AzuriteProcess azurite = Start(installation, settings, port);
            if (await azurite.AnswersAsync(stop))
            {
                return azurite;
            }

            string said = await azurite.FailureAsync();
            bool taken = said.Contains("EADDRINUSE", StringComparison.Ordinal);
            if (!taken || settings.Port is not null || attempt == Attempts)
            {
                throw new AzuriteException(taken ? $"port {port} of 127.0.0.1 is taken: give another, or end what listens there." : $"Azurite did not start. It says:\n{said}");
            }
        }
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

    private static AzuriteProcess Start(AzuriteInstallation installation, AzuriteSettings settings, int port)
    {
        string[] storage = settings.DataFolder is null ? ["--inMemoryPersistence"] : ["--location", Path.GetFullPath(settings.DataFolder)];
        var start = new ProcessStartInfo(settings.Node, [installation.Keeper, installation.TableServer, "--tableHost", "127.0.0.1", "--tablePort", $"{port}", "--disableTelemetry", "--silent", "--skipApiVersionCheck", .. storage])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process keeper = Npm.Started(start);
        return new AzuriteProcess(keeper, new AzuriteOutput(keeper), port);
    }

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
