namespace Plumbline.Domain.Facts;

/// <summary>Everything one run read, before it is judged. The order of the lists means nothing.</summary>
public sealed record Snapshot(Register Register)
{
    public IReadOnlyList<Item> Items { get; init; } = [];

    public IReadOnlyList<Activity> Activities { get; init; } = [];

    public IReadOnlyList<Assignment> Assignments { get; init; } = [];

    public IReadOnlyList<Record> Records { get; init; } = [];

    /// <summary>Figures that others measured.</summary>
    public IReadOnlyList<Reading> Figures { get; init; } = [];

    public IReadOnlyList<Work> Work { get; init; } = [];

    /// <summary>Each source by its name; one that is not here was not there.</summary>
    public IReadOnlyDictionary<string, SourceReading> Readings { get; init; } = new Dictionary<string, SourceReading>();

    /// <summary>The same, where these sources may be empty: without a row they count as read in full, with nothing in them.</summary>
    public Snapshot Allowing(IReadOnlySet<string> mayBeEmpty) => !Readings.Values.Any(r => IsAllowed(r, mayBeEmpty)) ? this : this with
    {
        Readings = Readings.ToDictionary(r => r.Key, r => IsAllowed(r.Value, mayBeEmpty) ? r.Value with { State = ReadingState.Read, Why = null } : r.Value),
    };

    private static bool IsAllowed(SourceReading reading, IReadOnlySet<string> mayBeEmpty) => reading.State == ReadingState.Empty && mayBeEmpty.Contains(reading.Source);
}
