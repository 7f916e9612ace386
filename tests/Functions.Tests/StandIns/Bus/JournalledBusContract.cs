namespace Plumbline.Functions.Tests.StandIns.Bus;

public sealed class JournalledBusContract : ServiceBusContract
{
    private readonly LocalBus bus = LocalBus.Journalled();

    protected override string Connection => bus.Connection;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        bus.Dispose();
    }
}
