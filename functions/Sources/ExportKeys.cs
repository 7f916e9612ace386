using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Plumbline.Ingest;
using Plumbline.Ingest.Exports;
using Names = Plumbline.Domain.Facts.Sources;

namespace Plumbline.Functions.Sources;

/// <summary>
/// Who may deliver which export. <c>Exports:Keys:invoices_csv</c> holds the keys of invoices.csv, <c>Exports:Keys:calendars</c> those of
/// every mailbox; of several, separated by <c>;</c>, each opens. Only digests are kept, so that no key can be printed.
/// </summary>
public sealed class ExportKeys : ISettings
{
    public const string Section = "Exports:Keys";

    private const int ShortestKey = 16;

    // The platform leaves the reference itself where it cannot read the secret: that text is known to many.
    private const string Reference = "@Microsoft.KeyVault";

    private static readonly string[] Known = [.. PlainFiles.Names.Append(Names.Calendars).Select(SettingOf)];

    private readonly ILookup<string, byte[]> _digests;

    private ExportKeys(IEnumerable<(string Name, string Key)> keys, string? fault)
    {
        _digests = keys.ToLookup(k => k.Name, k => Digest(k.Key), StringComparer.OrdinalIgnoreCase);
        Fault = fault;
    }

    public string? Fault { get; }

    public static ExportKeys Read(IConfiguration settings)
    {
        (string Name, string? Value)[] given = [.. settings.GetSection(Section).GetChildren().Select(s => (SettingOf(s.Key), s.Value))];
        string[] faults = [.. given.Select(s => FaultOf(s.Name, Keys(s.Value))).OfType<string>()];
        var sound = from setting in given from key in Keys(setting.Value) where IsSound(key) select (setting.Name, key);
        return new(sound, faults.Length == 0 ? null : string.Join("; ", faults));
    }

    /// <summary>The name of a source's setting below <see cref="Section"/>: on Linux a period in it becomes an underscore.</summary>
    public static string SettingOf(string source) => source.Replace('.', '_');

    internal bool Has(string source) => _digests.Contains(SettingOf(source));

    /// <summary>Each key is compared, and in constant time: the time of an answer tells nothing about a key.</summary>
    internal bool Opens(string source, string offered)
    {
        byte[] digest = Digest(offered);
        bool opens = false;
        foreach (byte[] key in _digests[SettingOf(source)])
            opens |= CryptographicOperations.FixedTimeEquals(digest, key);
        return opens;
    }

    private static string[] Keys(string? setting) =>
        (setting ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsSound(string key) => key.Length >= ShortestKey && !key.StartsWith(Reference, StringComparison.Ordinal);

    private static string? FaultOf(string name, string[] keys)
    {
        if (!Known.Contains(name, StringComparer.OrdinalIgnoreCase))
            return $"{Section}:{name} is the key of no export"
                + (Nearest.To(name, Known) is { } meant ? $"; did you mean {Section}:{meant}?" : "");
        if (keys.Any(k => k.StartsWith(Reference, StringComparison.Ordinal)))
            return $"{Section}:{name} refers to a secret that could not be read";
        return keys.All(IsSound) ? null : $"{Section}:{name} needs keys of at least {ShortestKey} characters each, separated by ';'";
    }

    private static byte[] Digest(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
