namespace Plumbline.Functions.Tests.Tables;

public sealed class AzuriteTableContract : TableContract
{
    // Azurite's own limit; the app's keys are shorter.
    protected override int LongestKey => 512;

    protected override Task<string> ConnectionStringAsync() => AzuriteFixture.ConnectionStringAsync();
}
