using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Plumbline.Functions.Policies;
using Plumbline.Functions.Results;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Triggers;

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
        AddSettings(builder.Services);
        AddResults(builder.Services);
        builder.Services.AddSingleton(TimeProvider.System).AddTransient<RunStart>();
        adjust(builder);
        return builder.Build();
    }

    private static void AddSettings(IServiceCollection services) => services
        .AddSingleton(all => TablesSettings.Read(all.GetRequiredService<IConfiguration>()))
        .AddSingleton(all => ExportsSettings.Read(all.GetRequiredService<IConfiguration>()))
        .AddSingleton(all => PolicySettings.Read(all.GetRequiredService<IConfiguration>()))
        .AddSingleton(all => Sound(all.GetRequiredService<TablesSettings>(), s => s.Fault).Open())
        .AddHostedService<SettingsReport>();

    private static void AddResults(IServiceCollection services) => services
        .AddSingleton<Rows>().AddSingleton<TableResults>().AddSingleton<AlertList>().AddSingleton<ScorecardReader>().AddSingleton<Readiness>()
        .AddSingleton(all => new Dependency("tables", stop => all.GetRequiredService<TablesSettings>().Fault is { } fault
            ? Task.FromResult<string?>(fault) : Ledger.FaultAsync(all.GetRequiredService<TableServiceClient>(), stop)))
        .AddSingleton(all => new Dependency("policy", _ => Task.FromResult(all.GetRequiredService<PolicySettings>().Fault)))
        .AddSingleton(all => new Dependency("exports", _ => Task.FromResult(all.GetRequiredService<ExportsSettings>().Fault)))
        .AddSingleton<NewestRun>(all => stop =>
            Ledger.NewestAsync(all.GetRequiredService<TableServiceClient>(), all.GetRequiredService<TimeProvider>().GetUtcNow(), stop));

    /// <summary>An app that lacks settings starts all the same, and says at /api/health what it lacks.</summary>
    private static T Sound<T>(T settings, Func<T, string?> fault) =>
        fault(settings) is { } why ? throw new RefusedException(StatusCodes.Status503ServiceUnavailable, "not_configured", why) : settings;
}
