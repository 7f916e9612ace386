using Azure.Messaging.ServiceBus;

namespace Plumbline.Functions.Tests.StandIns.Bus;

public abstract partial class ServiceBusContract
{
    [ContractFact]
    public async Task Each_subscription_has_its_own_copy_of_what_its_filters_let_through()
    {
        await SendAsync(
            "told",
            new("1") { SessionId = "s", ApplicationProperties = { ["severity"] = "high" } },
            new("2") { SessionId = "s", ApplicationProperties = { ["severity"] = "low" } },
            new("3") { SessionId = "s", Subject = "high" });
        Assert.Equal("1", await AllAsync(Receiver("told/high")));
        Assert.Equal("1 2 3", await AllAsync(Receiver("told/all")));
    }

    [ContractFact]
    public async Task A_filter_wants_all_of_its_values_and_a_subscription_any_of_its_filters()
    {
        await SendAsync(
            "told",
            new("1") { SessionId = "s", Subject = "one", CorrelationId = "c" },
            new("2") { SessionId = "s", Subject = "one" },
            new("3") { SessionId = "s", Subject = "two", CorrelationId = "d" },
            new("4") { SessionId = "s", Subject = "One", CorrelationId = "c" });
        Assert.Equal("1 3", await AllAsync(Receiver("told/either")));
    }

    [ContractFact]
    public async Task A_subscription_has_dead_letters_of_its_own()
    {
        await SendAsync("told", new ServiceBusMessage("1") { SessionId = "s", Subject = "two" });
        ServiceBusReceiver receiver = Receiver("told/either");
        await receiver.DeadLetterMessageAsync(await NextAsync(receiver), "r");
        Assert.Equal("1", await AllAsync(Receiver("told/either", SubQueue.DeadLetter)));
        Assert.Equal("1", await AllAsync(Receiver("told/all")));
        await NothingAsync(Receiver("told/all", SubQueue.DeadLetter));
    }
}
