using System.Text.Json;
using Plumbline.Local.Host.Worker.Protocol;

namespace Plumbline.Local.Host.Timers;

/// <summary>The data that a timer function is given: its last run, and the occurrence it runs for.</summary>
internal sealed record TimerInput(DateTime Last, DateTime Next)
{
    public static ParameterBinding Bind(string parameter, TimerInput? status)
    {
        object? told = status is null ? null : new { status.Last, LastUpdated = status.Last, status.Next };
        string json = JsonSerializer.Serialize(new { Schedule = new { AdjustForDST = true }, ScheduleStatus = told, IsPastDue = false });
        return new ParameterBinding { Name = parameter, Data = new TypedData { Json = json } };
    }
}
