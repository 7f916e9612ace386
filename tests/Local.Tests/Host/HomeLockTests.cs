using Plumbline.Local.Host;

namespace Plumbline.Local.Tests.Host;

[Collection(SharedHostTests.Name)]
public sealed class HomeLockTests(SharedHost shared)
{
    [Fact]
    public async Task A_second_host_on_the_same_home_folder_is_refused()
    {
        HostException failure = await Assert.ThrowsAsync<HostException>(
            () => FunctionsHost.StartAsync(shared.Running.Settings, CancellationToken.None));
        Assert.StartsWith($"another Functions host runs on {shared.Running.Settings.Home}", failure.Message, StringComparison.Ordinal);
    }
}
