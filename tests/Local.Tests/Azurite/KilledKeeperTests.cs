using Azure.Storage.Queues;
using Plumbline.Local.Azurite;
using Plumbline.Local.Tests.Host;
using Plumbline.Local.Tests.Running;

namespace Plumbline.Local.Tests.Azurite;

public sealed class KilledKeeperTests
{
    [Fact]
    public async Task Azurite_saves_and_ends_when_the_process_that_keeps_it_is_killed()
    {
        string folder = Directory.CreateTempSubdirectory("azurite").FullName;
        var settings = new AzuriteSettings { DataFolder = folder };
        await using (AzuriteProcess azurite = await AzuriteProcess.StartAsync(settings, CancellationToken.None))
        {
            await new QueueClient(azurite.ConnectionString, "kept").CreateAsync();
            int keeper = Processes.Children(Environment.ProcessId).Single(id => Processes.Command(id).Contains(folder, StringComparison.Ordinal));
            int kept = Processes.Children(keeper).Single();
            await Processes.SignalAsync(keeper, "KILL");
            await Patience.UntilAsync(() => Task.FromResult(Processes.IsGone(kept)), "Azurite is gone");
        }
        await using (AzuriteProcess azurite = await AzuriteProcess.StartAsync(settings, CancellationToken.None))
            Assert.True(await new QueueClient(azurite.ConnectionString, "kept").ExistsAsync());
        Directory.Delete(folder, recursive: true);
    }
}
