using Plumbline.Local.Azurite;

namespace Plumbline.Local.Tests;

/// <summary>One Azurite for a whole test run, in memory: started by the first test that needs it, ended with the run.</summary>
public static class AzuriteFixture
{
    private static readonly Lazy<Task<AzuriteProcess>> Shared = new(StartAsync);

    /// <summary>Tests share its account side by side: each names its own queues.</summary>
    public static async Task<string> ConnectionStringAsync() => (await Shared.Value).ConnectionString;

    private static async Task<AzuriteProcess> StartAsync()
    {
        AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteSettings(), CancellationToken.None);
        // Where the run is cut short this is not reached; Azurite ends all the same once its standard input does.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => azurite.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return azurite;
    }
}
