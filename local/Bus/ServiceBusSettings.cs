namespace Plumbline.Local.Bus;

/// <summary>The entities an emulator serves, its port and its journal.</summary>
public sealed record ServiceBusSettings
{
    /// <summary>Declares the entities, in the form of the vendor's emulator (Config.json).</summary>
    public required string EntitiesFile { get; init; }

    /// <summary>null: messages are kept in memory and end with the process.</summary>
    public string? JournalFolder { get; init; }

    /// <summary>Told why, each time the journal cannot be written; the call that needed it is refused.</summary>
    public Action<string>? NotKept { get; init; }

    /// <summary>null: a free port.</summary>
    public int? Port { get; init; }

    /// <summary>Times locks, schedules, expiry and duplicate windows. Clients wait in real time whatever it says.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
