namespace Plumbline.Local.Host.Timers;

/// <summary>A function that runs by the clock.</summary>
internal sealed record TimerFunction(FunctionDefinition Definition, TimerSchedule Schedule, bool RunsAtStart, bool UsesMonitor)
{
    public const string Kind = "timerTrigger";

    public static TimerFunction Parse(FunctionDefinition definition, AppSettings settings)
    {
        string text = settings.Resolve(definition.Name, definition.Text("schedule") ?? "");
        TimerSchedule schedule = TimerSchedule.Parse(definition.Name, text);
        return new TimerFunction(definition, schedule, definition.Flag("runOnStartup") ?? false, definition.Flag("useMonitor") ?? true);
    }
}
