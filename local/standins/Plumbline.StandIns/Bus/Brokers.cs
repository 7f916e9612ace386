using Microsoft.Extensions.Configuration;

namespace Plumbline.StandIns.Bus;

/// <summary>The brokers of this process, one a host name.</summary>
internal static class Brokers
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, Broker> All = new(StringComparer.OrdinalIgnoreCase);

    public static Broker At(string host) => At(host, new ConfigurationBuilder().AddEnvironmentVariables().Build());

    /// <summary>The broker of this name; the settings are those of whoever asks first.</summary>
    public static Broker At(string host, IConfiguration settings)
    {
        lock (Gate) return All.TryGetValue(host, out var broker) ? broker : All[host] = new(host, BusSettings.Read(settings));
    }

    public static Broker Open(string host, BusSettings settings)
    {
        lock (Gate) return All.ContainsKey(host) ? throw new InvalidOperationException($"There is a broker of the name '{host}'.") : All[host] = new(host, settings);
    }

    public static void Forget(Broker broker)
    {
        lock (Gate)
        {
            if (All.TryGetValue(broker.Host, out var known) && known == broker) All.Remove(broker.Host);
        }
    }
}
