using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Plumbline.Local.Worker;

/// <summary>An app whose start fails in the way that a setting names.</summary>
public static class Program
{
    public static async Task Main(string[] args)
    {
        switch (Environment.GetEnvironmentVariable("START"))
        {
            case "ends":
                await Console.Error.WriteLineAsync("the app ends before it connects");
                Environment.Exit(3);
                break;
            case "hangs":
                await Task.Delay(Timeout.Infinite);
                break;
        }

        if (File.Exists(Environment.GetEnvironmentVariable("ENDS_IF_THERE")))
        {
            Environment.Exit(4);
        }

        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
        if (Environment.GetEnvironmentVariable("START") != "without http")
        {
            builder.ConfigureFunctionsWebApplication();
        }

        builder.Services.AddSingleton<Gates>();
        builder.AddFaultyMetadata(Environment.GetEnvironmentVariable("START"));
        await builder.Build().RunAsync();
    }
}
