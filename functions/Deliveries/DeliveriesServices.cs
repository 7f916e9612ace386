using Microsoft.Extensions.DependencyInjection;

namespace Plumbline.Functions.Deliveries;

internal static class DeliveriesServices
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services) =>
        services.AddSingleton<ExportStore>().AddSingleton<ExportIntake>();
}
