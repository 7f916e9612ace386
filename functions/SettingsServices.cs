using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Plumbline.Functions;

internal static class SettingsServices
{
    public static IServiceCollection AddSettings<T>(this IServiceCollection services, Func<IConfiguration, T> read) where T : class, ISettings => services
        .AddSingleton(provider => read(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<ISettings>(provider => provider.GetRequiredService<T>());

    /// <exception cref="RefusedException">They have a fault.</exception>
    public static T GetSound<T>(this IServiceProvider provider) where T : class, ISettings =>
        provider.GetRequiredService<T>() is { Fault: null } settings ? settings : throw RefusedException.NotConfigured(provider.GetRequiredService<T>().Fault);
}
