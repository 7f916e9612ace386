namespace Microsoft.Azure.Functions.Worker;

/// <summary>A timer's last run and next tick, in UTC, as they stood before this run.</summary>
public class ScheduleStatus
{
    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}
