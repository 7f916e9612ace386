using Microsoft.Extensions.DependencyInjection;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Runs;

internal static class RunsServices
{
    public static IServiceCollection AddRuns(this IServiceCollection services) => services
        .AddSingleton(provider => new Calendars(Graph(provider), provider.GetRequiredService<TableSet>()))
        .AddSingleton<GovernanceRun>()
        .AddSingleton<Govern>(provider => provider.GetRequiredService<GovernanceRun>().RunAsync)
        .AddSingleton<RunStart>()
        .AddSingleton<KnownAccounts>()
        .AddSingleton<Evaluations>()
        .AddSingleton<Tidying>()
        .AddSingleton<Relay>();

    private static GraphCalendars? Graph(IServiceProvider provider) => provider.GetSound<GraphSettings>() is { IsOn: true } graph
        ? new(graph.Address, graph.Credential, provider.GetRequiredService<Policy>(), provider.GetRequiredService<TimeProvider>()) : null;
}
