using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Tests.Runs;

namespace Plumbline.Functions.Tests.Bus;

public sealed class OutgoingTests
{
    [Fact]
    public async Task An_app_that_may_not_send_or_is_given_no_token_is_told_so()
    {
        await using FirmBus bus = FirmBus.Open(TimeProvider.System);
        await using var client = new ServiceBusClient(bus.Connection);
        Exception[] refusals = [new UnauthorizedAccessException("secret detail"), new CredentialUnavailableException("secret detail")];
        foreach (Exception refusal in refusals)
            Assert.Equal("alerts: not allowed", await new Outgoing(new Refused(client, refusal)).FaultAsync(CancellationToken.None));
    }

    private sealed class Refused(ServiceBusClient client, Exception refusal) : ServiceBusSender(client, Outgoing.Alerts)
    {
        public override ValueTask<ServiceBusMessageBatch> CreateMessageBatchAsync(CancellationToken cancellationToken = default) => throw refusal;
    }
}
