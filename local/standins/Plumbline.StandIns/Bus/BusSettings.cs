using Microsoft.Extensions.Configuration;

namespace Plumbline.StandIns.Bus;

/// <summary>Where a broker keeps its journal (nowhere: in memory), the file that declares its entities, and its clock.</summary>
internal sealed record BusSettings
{
    public const string FolderName = "LOCAL_BUS_FOLDER", ConfigName = "LOCAL_BUS_CONFIG";

    public string? Folder { get; init; }

    public string Config { get; init; } = Path.Combine(AppContext.BaseDirectory, "servicebus.json");

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public static BusSettings Read(IConfiguration settings)
    {
        var shipped = new BusSettings();
        return shipped with { Folder = Given(settings[FolderName]), Config = Given(settings[ConfigName]) ?? shipped.Config };
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
