using Azure.Messaging.ServiceBus;

namespace Plumbline.Local.Tests.Bus;

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
        await AllAsync("1", Receiver("told/high"));
        await AllAsync("1 2 3", Receiver("told/all"));
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
        await AllAsync("1 3", Receiver("told/either"));
    }

    [ContractFact]
    public async Task A_subscription_has_dead_letters_of_its_own()
    {
        await SendAsync("told", new ServiceBusMessage("1") { SessionId = "s", Subject = "two" });
        ServiceBusReceiver receiver = Receiver("told/either");
        await receiver.DeadLetterMessageAsync(await NextAsync(receiver), "r");
        await AllAsync("1", Receiver("told/either", SubQueue.DeadLetter));
        await AllAsync("1", Receiver("told/all"));
        await NothingAsync(Receiver("told/all", SubQueue.DeadLetter));
    }

    [ContractFact]
    public async Task A_message_without_a_session_is_a_dead_letter_to_a_subscription_that_requires_one()
    {
        await SendAsync("told", new ServiceBusMessage("1"));
        Assert.Equal("Session ID is null", (await NextAsync(Receiver("told/by-session", SubQueue.DeadLetter))).DeadLetterReason);
        await AllAsync("1", Receiver("told/all"));
    }
}
