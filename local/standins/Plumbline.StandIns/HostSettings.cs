using System.Globalization;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Plumbline.StandIns;

/// <summary>Where the host listens, and where it refuses to.</summary>
internal static class HostSettings
{
    private const string DefaultPort = "7071";

    // From the arguments alone: a PORT in the environment is somebody else's.
    public static int Port(string[] args, IConfiguration settings)
    {
        var text = new ConfigurationBuilder().AddCommandLine(args).Build()["port"] ?? settings["FUNCTIONS_PORT"] ?? OfAddress(settings["urls"]) ?? DefaultPort;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw new InvalidOperationException($"The port is '{text}'; it must be a number from 0 (any free port) to 65535.");
    }

    public static string RoutePrefix(string folder) =>
        (HostFile(folder)["extensions:http:routePrefix"] ?? "api").Trim('/') is { Length: > 0 } prefix ? "/" + prefix : "";

    // The platform's defaults, where host.json says nothing.
    public static ServiceBusProcessorOptions Listening(string folder)
    {
        var said = HostFile(folder).GetSection("extensions:serviceBus");
        return new() { MaxConcurrentCalls = said.GetValue("maxConcurrentCalls", 16), MaxAutoLockRenewalDuration = said.GetValue("maxAutoLockRenewalDuration", TimeSpan.FromMinutes(5)) };
    }

    // A local build deployed by mistake would serve nobody, silently.
    public static void RefuseAzure(IConfiguration settings)
    {
        if (settings["WEBSITE_SITE_NAME"] is { Length: > 0 } site)
            throw new InvalidOperationException($"This app was built with AzureSdk=local and deployed to '{site}': the stand-ins serve one machine. Publish it with AzureSdk=official.");
    }

    private static IConfigurationRoot HostFile(string folder) => new ConfigurationBuilder().AddJsonFile(Path.Combine(folder, "host.json"), optional: true).Build();

    private static string? OfAddress(string? urls) =>
        string.IsNullOrEmpty(urls) ? null : BindingAddress.Parse(urls.Split(';')[0]).Port.ToString(CultureInfo.InvariantCulture);
}
