using Microsoft.Extensions.Configuration;

namespace Plumbline.Functions.Sources;

/// <summary>Where the exports lie, in <c>Exports:Folder</c>.</summary>
public sealed record ExportsSettings(string? Folder)
{
    public const string Key = "Exports:Folder";

    public static ExportsSettings Read(IConfiguration settings) => new(settings[Key]);

    /// <summary>Why they cannot be read; null where they can. It names the setting, never its value.</summary>
    public string? Fault =>
        string.IsNullOrEmpty(Folder) ? $"{Key} is not set: the folder with the exports"
        : !Directory.Exists(Folder) ? $"{Key} names a folder that is not there"
        : null;
}
