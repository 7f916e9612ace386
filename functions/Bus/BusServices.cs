using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;

namespace Plumbline.Functions.Bus;

internal static class BusServices
{
    public static IServiceCollection AddBus(this IServiceCollection services) => services
        .AddSettings(BusSettings.Read)
        .AddSettings(QueueSettings.Read)
        .AddSingleton(provider => provider.GetSound<BusSettings>().Open())
        .AddSingleton(provider => new Outgoing(provider.GetRequiredService<ServiceBusClient>().CreateSender(Outgoing.Alerts)))
        .AddSingleton(provider => new QueuedWork(provider.GetSound<QueueSettings>().Open(), QueuedWork.Evaluations));
}
