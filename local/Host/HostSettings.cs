using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Plumbline.Local.Host;

/// <summary>Which app the host runs, where it answers, and how long it waits.</summary>
public sealed record HostSettings
{
    /// <summary>The folder of the app, or the dll of its worker.</summary>
    public required string App { get; init; }

    /// <summary>Holds the lock of the host and the home folder of the worker.</summary>
    public required string Home { get; init; }

    /// <summary>Of 127.0.0.1; 0 for one that is free.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>The environment of the worker; names in bindings (<c>%NAME%</c>, connections) are resolved from it too.</summary>
    public IReadOnlyDictionary<string, string> AppSettings { get; init; } = new Dictionary<string, string>();

    /// <summary>Opens functions of level Function. None: the master key alone opens them.</summary>
    public string? FunctionKey { get; init; }

    /// <summary>Opens every function and the admin endpoint. None: they stay closed.</summary>
    public string? MasterKey { get; init; }

    /// <summary>The clock of timers, of functionTimeout and of restarts.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Receives the lines of the host, and those of the worker under their own categories.</summary>
    public ILoggerFactory Logging { get; init; } = NullLoggerFactory.Instance;

    /// <summary>How long the worker may take until it is ready.</summary>
    public TimeSpan StartLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long running invocations may take to end when the host stops.</summary>
    public TimeSpan DrainLimit { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>How long they may take after they were cancelled.</summary>
    public TimeSpan CancelLimit { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long the worker may take to end after it was told to.</summary>
    public TimeSpan EndLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The wait before each restart of a worker that ended. Once all are used up within a minute, the host gives up.</summary>
    public IReadOnlyList<TimeSpan> RestartDelays { get; init; } =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    /// <summary>How long a queue message stays invisible after the host was killed; renewed while its function runs.</summary>
    public TimeSpan QueueVisibility { get; init; } = TimeSpan.FromSeconds(30);
}
