using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Plumbline.StandIns.Bus;

namespace Plumbline.StandIns;

/// <summary>Where a function with a Service Bus trigger listens; what is missing is said at start.</summary>
internal static class BusTriggers
{
    public static ServiceBusProcessor Open(HostedFunction function, IConfiguration settings, ServiceBusProcessorOptions options)
    {
        var trigger = (ServiceBusTriggerAttribute)function.Trigger;
        var broker = Broker(function.Name, trigger.Connection ?? "ServiceBus", settings);
        var client = new ServiceBusClient(broker, null);
        var processor = trigger is { TopicName: { } topic, SubscriptionName: { } subscription }
            ? client.CreateProcessor(topic, subscription, options)
            : client.CreateProcessor(trigger.QueueName ?? "", options);
        if (!broker.Serves(processor.EntityPath)) throw Fault(function.Name, $"listens to '{processor.EntityPath}', which {broker.Declared} does not declare");
        if (broker.RulesOf(processor.EntityPath).RequiresSession) throw Fault(function.Name, $"listens to '{processor.EntityPath}', which requires sessions: this host serves none");
        return processor;
    }

    // The platform's prefix wins, as it does there.
    private static Broker Broker(string function, string name, IConfiguration settings)
    {
        var text = new[] { settings["AzureWebJobs" + name], settings[name] }.FirstOrDefault(t => !string.IsNullOrWhiteSpace(t))
            ?? throw Fault(function, $"has a Service Bus trigger, and there is no setting '{name}' or 'AzureWebJobs{name}' with its connection string");
        try
        {
            return Brokers.At(ConnectionText.Host(text), settings);
        }
        catch (ArgumentException wrong)
        {
            throw Fault(function, $"has a Service Bus trigger, and the setting '{name}' is wrong: {wrong.Message.TrimEnd('.')}");
        }
    }

    private static InvalidOperationException Fault(string function, string fault) => new($"Function '{function}' {fault}.");
}
