using System.Runtime.CompilerServices;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Plumbline.Domain.Measures;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Results;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Triggers;
using Plumbline.Ingest.Calendars;
using Plumbline.Ingest.Exports;
using Plumbline.Ingest.Policies;

namespace Plumbline.Functions;

/// <summary>The composition root: the one place that knows every part.</summary>
public static class Program
{
    public static Task Main(string[] args) => Build(args, _ => { }).RunAsync();

    /// <param name="adjust">Given the builder last: what it adds wins.</param>
    [MethodImpl(MethodImplOptions.NoInlining)] // CreateBuilder takes the functions of its caller's assembly.
    public static IHost Build(string[] args, Action<FunctionsApplicationBuilder> adjust)
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<Problems>();
        builder.Services.AddSingleton(TimeProvider.System);
        AddSettings(builder.Services);
        AddRuns(builder.Services);
        AddResults(builder.Services);
        adjust(builder);
        return builder.Build();
    }

    private static void AddSettings(IServiceCollection services) => services
        .AddSingleton(all => TablesSettings.Read(all.GetRequiredService<IConfiguration>()))
        .AddSingleton(all => BusSettings.Read(all.GetRequiredService<IConfiguration>()))
        .AddSingleton(all => ExportsSettings.Read(all.GetRequiredService<IConfiguration>()))
        .AddSingleton(all => GraphSettings.Read(all.GetRequiredService<IConfiguration>()))
        .AddSingleton(all => PolicySettings.Read(all.GetRequiredService<IConfiguration>()))
        .AddSingleton(all => PolicyFiles.Read(all.GetRequiredService<PolicySettings>().Folder))
        .AddHostedService(all => new SettingsReport(Faults(all), all.GetRequiredService<ILogger<SettingsReport>>()));

    private static void AddRuns(IServiceCollection services) => services
        .AddSingleton(all => new TableSet(Sound(all.GetRequiredService<TablesSettings>(), s => s.Fault).Open()))
        .AddSingleton(all => all.GetRequiredService<PolicyReading>().Policy ?? throw NotConfigured(FaultOf(all.GetRequiredService<PolicyReading>())))
        .AddSingleton<SourceFolder>(all => Exports(Sound(all.GetRequiredService<ExportsSettings>(), s => s.Fault).Folder ?? "",
            all.GetRequiredService<Policy>(), all.GetRequiredService<GraphSettings>().IsOn).Read)
        .AddSingleton(all => new Calendars(Sound(all.GetRequiredService<GraphSettings>(), s => s.Fault) is { IsOn: true } graph
            ? new GraphCalendars(graph.Address, graph.Credential, all.GetRequiredService<Policy>(), all.GetRequiredService<TimeProvider>()) : null,
            all.GetRequiredService<TableSet>()))
        .AddSingleton(all => Sound(all.GetRequiredService<BusSettings>(), s => s.Fault).Open())
        .AddSingleton(all => new GovernanceRun(
            all.GetRequiredService<TableSet>(), To(all, Outgoing.Alerts), all.GetRequiredService<SourceFolder>(), all.GetRequiredService<Calendars>(),
            all.GetRequiredService<Policy>(), all.GetRequiredService<TimeProvider>()))
        .AddSingleton<Govern>(all => all.GetRequiredService<GovernanceRun>().RunAsync)
        .AddSingleton(all => new RunStart(all.GetRequiredService<TableSet>(), To(all, Outgoing.Evaluations), all.GetRequiredService<Policy>(), all.GetRequiredService<TimeProvider>()))
        .AddSingleton<Evaluations>()
        .AddSingleton(all => new Relay(all.GetRequiredService<TableSet>(), To(all, Outgoing.Alerts)));

    /// <summary>Calendars come from the folder only where Graph is not asked for them.</summary>
    private static ExportsFolder Exports(string folder, Policy policy, bool asksGraph)
    {
        DateTimeZone zone = DateTimeZoneProviders.Tzdb[policy.Clock.Zone];
        return new(folder, zone, asksGraph ? null : new CalendarFiles(folder, policy.Meetings, zone));
    }

    private static void AddResults(IServiceCollection services) => services
        .AddSingleton<Rows>().AddSingleton<TableResults>().AddSingleton<AlertList>().AddSingleton<ScorecardReader>().AddSingleton<Readiness>()
        .AddSingleton(all => new Dependency("tables", stop => all.GetRequiredService<TablesSettings>().Fault is { } fault
            ? Task.FromResult<string?>(fault) : Ledger.FaultAsync(all.GetRequiredService<TableSet>(), stop)))
        .AddSingleton<Balance>()
        .AddSingleton(all => new Dependency("bus", stop => all.GetRequiredService<BusSettings>().Fault is { } fault
            ? Task.FromResult<string?>(fault) : To(all, Outgoing.Alerts).FaultAsync(stop)))
        .AddSingleton(all => new Dependency("balance", stop => all.GetRequiredService<TablesSettings>().Fault is null
            ? all.GetRequiredService<Balance>().FaultAsync(stop) : Task.FromResult<string?>(Balance.Unseen)))
        .AddSingleton(all => new Dependency("policy", _ => Task.FromResult(FaultOf(all.GetRequiredService<PolicyReading>()))))
        .AddSingleton(all => new Dependency("exports", _ => Task.FromResult(all.GetRequiredService<ExportsSettings>().Fault)))
        .AddSingleton(all => new Dependency("graph", _ => Task.FromResult(all.GetRequiredService<GraphSettings>().Fault)))
        .AddSingleton<NewestRun>(all => stop =>
            Ledger.NewestAsync(all.GetRequiredService<TableSet>(), all.GetRequiredService<TimeProvider>().GetUtcNow(), stop));

    private static Outgoing To(IServiceProvider all, string queueOrTopic) => new(all.GetRequiredService<ServiceBusClient>().CreateSender(queueOrTopic));

    /// <summary>An app that lacks settings starts all the same, and says at /api/health what it lacks.</summary>
    private static T Sound<T>(T settings, Func<T, string?> fault) => fault(settings) is { } why ? throw NotConfigured(why) : settings;

    private static string[] Faults(IServiceProvider all) =>
    [
        .. new[]
        {
            all.GetRequiredService<TablesSettings>().Fault, all.GetRequiredService<BusSettings>().Fault,
            all.GetRequiredService<ExportsSettings>().Fault, all.GetRequiredService<GraphSettings>().Fault,
        }.OfType<string>(),
        .. all.GetRequiredService<PolicyReading>().Faults.Select(f => $"{PolicySettings.Key}: {f}"),
    ];

    private static RefusedException NotConfigured(string? why) => new(503, "not_configured", why ?? "");

    private static string? FaultOf(PolicyReading reading) =>
        reading.Policy is null ? $"{PolicySettings.Key} holds a policy with {reading.Faults.Length} faults; the log says which" : null;
}
