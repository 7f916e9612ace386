using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plumbline.Domain.Measures;
using Plumbline.Ingest.Calendars;
using Plumbline.Ingest.Policies;

namespace Plumbline.Functions.Sources;

internal static class SourcesServices
{
    public static IServiceCollection AddSources(this IServiceCollection services) => services
        .AddSingleton(provider => PolicySettings.Read(provider.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>()))
        .AddSingleton(provider => PolicyFiles.Read(provider.GetRequiredService<PolicySettings>().Folder))
        .AddSingleton(provider => provider.GetRequiredService<PolicyReading>().Policy ?? throw RefusedException.NotConfigured(PolicySettings.Fault(provider.GetRequiredService<PolicyReading>())))
        .AddSettings(ExportsSettings.Read)
        .AddSettings(ExportKeys.Read)
        .AddSettings(GraphSettings.Read)
        .AddSingleton(provider => provider.GetSound<ExportsSettings>().Open().GetBlobContainerClient(ExportsSettings.Container))
        .AddSingleton(Exports)
        .AddSingleton<ReadSources>(provider => provider.GetRequiredService<ExportsContainer>().ReadAsync)
        // Asked for when it is called: an app that lacks the settings of its exports takes orders for runs of everything all the same.
        .AddSingleton<ReadAccounts>(provider => (today, stop) => provider.GetRequiredService<ExportsContainer>().ReadAccountsAsync(today, stop));

    /// <summary>Calendars come from the container only where Graph is not asked for them.</summary>
    private static ExportsContainer Exports(IServiceProvider provider)
    {
        Policy policy = provider.GetRequiredService<Policy>();
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[policy.Clock.Zone];
        CalendarFiles? calendars = provider.GetRequiredService<GraphSettings>().IsOn ? null : new(policy.Meetings, zone);
        return new(provider.GetRequiredService<Azure.Storage.Blobs.BlobContainerClient>(), zone, KnownWords.From(policy), calendars);
    }
}
