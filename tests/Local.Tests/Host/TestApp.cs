using Plumbline.Local.Host;

namespace Plumbline.Local.Tests.Host;

/// <summary>The small worker app, and settings to run it.</summary>
internal static class TestApp
{
    public const string FunctionKey = "the function key";
    public const string MasterKey = "the master key";

    /// <summary>A schedule with no occurrence.</summary>
    public const string Never = "0 0 0 30 2 *";

    /// <summary>Beside our own output, under the same configuration.</summary>
    public static string Worker
    {
        get
        {
            string ours = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
            return Path.Combine(ours, "..", "..", "Local.Worker", Path.GetFileName(ours), "Local.Worker.dll");
        }
    }

    public static string NewHome() => Directory.CreateTempSubdirectory("host").FullName;

    /// <summary>A name for the queues of one host; the Azurite is shared.</summary>
    public static string NewPrefix() => $"t{Guid.NewGuid():N}"[..12];

    public static Dictionary<string, string> AppSettings(string connection, string prefix) => new()
    {
        ["Queues"] = connection,
        ["Prefix"] = prefix,
        ["TickSchedule"] = Never,
        ["SlowSchedule"] = Never,
        ["Some:Setting"] = "of the app",
    };

    public static HostSettings Settings(HeardLines lines, Dictionary<string, string> appSettings) => new()
    {
        App = Worker,
        Home = NewHome(),
        Port = 0,
        AppSettings = appSettings,
        FunctionKey = FunctionKey,
        MasterKey = MasterKey,
        Logging = lines.Factory,
    };
}
