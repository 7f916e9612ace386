using System.Runtime.CompilerServices;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Deliveries;
using Plumbline.Functions.Results;
using Plumbline.Functions.Runs;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;
using Plumbline.Functions.Telemetry;
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
        builder.Services.AddSingleton(TimeProvider.System).AddHostedService<SettingsReport>().AddTables().AddBus().AddSources().AddRuns().AddDeliveries().AddResults();
        adjust(builder);
        // Last, because it looks at the settings at once.
        builder.Services.AddTelemetry(builder.Configuration);
        return builder.Build();
    }
}
