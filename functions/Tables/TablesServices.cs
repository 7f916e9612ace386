using Microsoft.Extensions.DependencyInjection;

namespace Plumbline.Functions.Tables;

internal static class TablesServices
{
    public static IServiceCollection AddTables(this IServiceCollection services) => services
        .AddSettings(TablesSettings.Read)
        .AddSingleton(provider => new TableSet(provider.GetSound<TablesSettings>().Open()));
}
