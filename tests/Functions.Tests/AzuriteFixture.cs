using Plumbline.Local.Azurite;

namespace Plumbline.Functions.Tests;

/// <summary>Two Azurites for a whole test run, in memory, since each has but one thread: started by the first test that needs one, ended with the run.</summary>
public static class AzuriteFixture
{
    private static readonly Lazy<Task<AzuriteProcess[]>> Shared = new(StartAsync);
    private static int _asked;

    /// <summary>Tests take them in turn and share their accounts, side by side: each names its own tables, and asks once.</summary>
    public static async Task<string> ConnectionStringAsync()
    {
        AzuriteProcess[] all = await Shared.Value;
        return all[(uint)Interlocked.Increment(ref _asked) % all.Length].ConnectionString;
    }

    // One after the other: the first installs what is missing.
    private static async Task<AzuriteProcess[]> StartAsync() => [await StartOneAsync(), await StartOneAsync()];

    private static async Task<AzuriteProcess> StartOneAsync()
    {
        AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteSettings(), CancellationToken.None);
        // Where the run is cut short this is not reached; Azurite ends all the same once its standard input does.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => azurite.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return azurite;
    }
}
