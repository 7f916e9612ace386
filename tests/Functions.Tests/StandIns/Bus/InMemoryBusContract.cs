namespace Plumbline.Functions.Tests.StandIns.Bus;

public sealed class InMemoryBusContract : ServiceBusContract
{
    private readonly LocalBus bus = LocalBus.InMemory();

    protected override string Connection => bus.Connection;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        bus.Dispose();
    }
}
