namespace Plumbline.Local.Tests.Bus;

public sealed class JournalledServiceBusContract : ServiceBusContract
{
    private EmulatedBus bus = null!;

    protected override TimeSpan Moment => EmulatedBus.Moment;

    protected override async Task<string> StartAsync()
    {
        bus = await EmulatedBus.JournalledAsync();
        return bus.Emulator.ConnectionString;
    }

    protected override async Task StopAsync() => await bus.DisposeAsync();
}
