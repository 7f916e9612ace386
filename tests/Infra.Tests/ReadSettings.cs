using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;
using Plumbline.Functions;

namespace Plumbline.Infra.Tests;

/// <summary>Which settings the app reads: those that each static <c>Read(IConfiguration)</c> of it asks for.</summary>
internal static class ReadSettings
{
    private const BindingFlags AnyStatic = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static;

    private static IEnumerable<MethodInfo> Readers => typeof(ISettings).Assembly.GetTypes()
        .Select(type => type.GetMethod("Read", AnyStatic, [typeof(IConfiguration)])).OfType<MethodInfo>();

    /// <summary>The settings that are read, each by its name.</summary>
    public static string[] Keys { get; } = [.. Asked().Keys];

    /// <summary>The sections whose settings are read whatever they are called.</summary>
    public static string[] Sections { get; } = [.. Asked().Sections];

    public static bool Includes(string setting) => Keys.Contains(setting, StringComparer.OrdinalIgnoreCase)
        || Sections.Any(s => setting.StartsWith($"{s}:", StringComparison.OrdinalIgnoreCase));

    public static ISettings[] Of(IEnumerable<KeyValuePair<string, string>> values)
    {
        Dictionary<string, string?> given = values.ToDictionary(s => s.Key, string? (s) => s.Value);
        IConfiguration settings = new ConfigurationBuilder().AddInMemoryCollection(given).Build();
        return [.. Readers.Select(read => read.Invoke(null, [settings])).OfType<ISettings>()];
    }

    private static Listener Asked()
    {
        var asked = new Listener();
        ConfigurationManager settings = new();
        ((IConfigurationBuilder)settings).Add(asked);
        foreach (MethodInfo read in Readers)
            read.Invoke(null, [settings]);
        return asked;
    }

    /// <summary>Holds nothing, and notes what it is asked for.</summary>
    private sealed class Listener : IConfigurationProvider, IConfigurationSource
    {
        public SortedSet<string> Keys { get; } = new(StringComparer.OrdinalIgnoreCase);

        public SortedSet<string> Sections { get; } = new(StringComparer.OrdinalIgnoreCase);

        public bool TryGet(string key, out string? value)
        {
            value = null;
            Keys.Add(key);
            return false;
        }

        public IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath)
        {
            if (parentPath is not null)
                Sections.Add(parentPath);
            return earlierKeys;
        }

        public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

        public void Load()
        {
        }

        public void Set(string key, string? value)
        {
        }

        public IChangeToken GetReloadToken() => new CancellationChangeToken(CancellationToken.None);
    }
}
