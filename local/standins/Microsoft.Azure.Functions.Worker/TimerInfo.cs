namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer tells its function; late ticks are past due.</summary>
public class TimerInfo
{
    public ScheduleStatus? ScheduleStatus { get; set; }

    public bool IsPastDue { get; set; }
}
