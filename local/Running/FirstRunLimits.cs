namespace Plumbline.Local.Running;

/// <summary>How long the first run may take to begin, and to end.</summary>
internal sealed record FirstRunLimits
{
    /// <summary>The queue is read every second: a run that has not begun by then never will.</summary>
    public TimeSpan ToBegin { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>functionTimeout of host.json.</summary>
    public TimeSpan ToEnd { get; init; } = TimeSpan.FromMinutes(10);
}
