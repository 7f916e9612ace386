using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;
using Plumbline.Ingest.Policies;

namespace Plumbline.Functions.Results;

internal static class ResultsServices
{
    public static IServiceCollection AddResults(this IServiceCollection services) => services
        .AddSingleton<Rows>().AddSingleton<TableResults>().AddSingleton<AlertList>().AddSingleton<ScorecardReader>().AddSingleton<Balance>().AddSingleton<Operations>()
        .AddSingleton<Readiness>().AddSingleton<Contract>()
        .AddDependency<TablesSettings>("tables", (provider, stop) => NewestRuns.AskAsync(provider.GetRequiredService<TableSet>(), stop))
        .AddDependency<QueueSettings>("queue", async (provider, stop) => await provider.GetRequiredService<QueuedWork>().PoisonAsync(stop) is > 0 and var poison
            ? $"{QueuedWork.Evaluations}-poison holds {poison} messages" : null)
        .AddDependency<BusSettings>("bus", (provider, stop) => provider.GetRequiredService<Outgoing>().FaultAsync(stop))
        .AddSingleton(provider => new Dependency("balance", stop => provider.GetRequiredService<TablesSettings>().Fault is null
            ? provider.GetRequiredService<Balance>().FaultAsync(stop) : Task.FromResult<string?>(Balance.Unseen)))
        .AddSingleton(provider => new Dependency("policy", _ => Task.FromResult(PolicySettings.Fault(provider.GetRequiredService<PolicyReading>()))))
        .AddDependency<ExportsSettings>("exports", async (provider, stop) => await provider.GetRequiredService<BlobContainerClient>().ExistsAsync(stop)
            ? provider.GetRequiredService<ExportKeys>().Fault : $"there is no container '{ExportsSettings.Container}'")
        .AddDependency<GraphSettings>("graph", (_, _) => Task.FromResult<string?>(null))
        .AddSingleton<NewestRun>(provider => stop =>
            NewestRuns.ReadAsync(provider.GetRequiredService<TableSet>(), provider.GetRequiredService<TimeProvider>().GetUtcNow(), stop));

    /// <summary>A service by its settings' fault; where they have none, by what asking it comes to.</summary>
    private static IServiceCollection AddDependency<T>(this IServiceCollection services, string name, Func<IServiceProvider, CancellationToken, Task<string?>> ask) where T : ISettings =>
        services.AddSingleton(provider => new Dependency(name, stop => provider.GetRequiredService<T>().Fault is { } fault
            ? Task.FromResult<string?>(fault) : ServiceFault.OfAsync(() => ask(provider, stop))));
}
