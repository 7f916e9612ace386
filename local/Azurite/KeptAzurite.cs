namespace Plumbline.Local.Azurite;

/// <summary>Azurite, started again on the same ports where it ends by itself.</summary>
internal sealed class KeptAzurite : IAsyncDisposable
{
    private static readonly TimeSpan[] Delays = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    // One that ran so long has recovered: its next end is counted from the first again.
    private static readonly TimeSpan Recovered = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource stopping = new();
    private readonly AzuriteSettings settings;
    private readonly Action<string> say;
    private AzuriteProcess current;

    private KeptAzurite(AzuriteProcess current, AzuriteSettings settings, Action<string> say)
    {
        this.current = current;
        this.settings = settings with
        {
            Port = current.TableEndpoint.Port,
            QueuePort = current.QueueEndpoint.Port,
            BlobPort = current.BlobEndpoint.Port,
        };
        this.say = say;
        ConnectionString = current.ConnectionString;
        Completion = KeepAsync();
    }

    public string ConnectionString { get; }

    /// <summary>Fails, with the reason, when it ended too often to be started again; done once this was disposed of.</summary>
    public Task Completion { get; }

    /// <param name="folder">Where it keeps what is stored.</param>
    public static async Task<KeptAzurite> StartAsync(string folder, Action<string> say, CancellationToken cancellationToken)
    {
        var settings = new AzuriteSettings { DataFolder = folder };
        bool installed = Directory.Exists(Path.Combine(settings.InstallFolder, "node_modules"));
        say(installed ? "Starting Azurite." : "Installing Azurite from its lock file, once, and starting it.");
        AzuriteProcess azurite = await AzuriteProcess.StartAsync(settings, cancellationToken);
        (Uri tables, Uri queues, Uri blobs) = (azurite.TableEndpoint, azurite.QueueEndpoint, azurite.BlobEndpoint);
        say($"Azurite is up: tables on port {tables.Port}, queues on {queues.Port}, blobs on {blobs.Port}.");
        return new(azurite, settings, say);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAny(Completion);
        await current.DisposeAsync();
        stopping.Dispose();
        // Writes that it confirmed and did not save are lost: this must not look like a normal end, nor like the refused connection that a
        // caller saw first.
        if (current.Unsaved is { } why)
            throw new AzuriteException(Lost(why));
    }

    private static string Lost(string why) => $"{why}. The latest rows are lost: make room, and start again.";

    // Its ports may be free a moment later only, where it still saves. A start that fails counts as an end.
    private async Task<int> RestartAsync(int failures)
    {
        while (true)
        {
            try
            {
                current = await AzuriteProcess.StartAsync(settings, stopping.Token);
                return failures;
            }
            catch (AzuriteException) when (failures + 1 < Delays.Length)
            {
                await Task.Delay(Delays[++failures], stopping.Token);
            }
        }
    }

    private async Task KeepAsync()
    {
        try
        {
            for (int failures = 0; ; failures++)
            {
                DateTimeOffset since = TimeProvider.System.GetUtcNow();
                string said = await current.EndedAsync(stopping.Token);
                failures = TimeProvider.System.GetUtcNow() - since > Recovered ? 0 : failures;
                if (current.Unsaved is { } why)
                    throw new AzuriteException(Lost(why));
                if (failures >= Delays.Length)
                    throw new AzuriteException($"Azurite ended {failures + 1} times within a minute. It says:\n{said}");
                say($"Azurite ended by itself; it is started again in {Delays[failures].TotalSeconds:0} s.");
                await Task.Delay(Delays[failures], stopping.Token);
                await current.DisposeAsync();
                failures = await RestartAsync(failures);
                say("Azurite is up again.");
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Disposed of: it is meant to end.
        }
    }
}
