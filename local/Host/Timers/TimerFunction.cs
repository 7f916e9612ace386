namespace Plumbline.Local.Host.Timers;

/// <summary>A function that runs by the clock.</summary>
internal sealed record TimerFunction(FunctionDefinition Definition, TimerSchedule Schedule, bool RunsAtStart, bool UsesMonitor)
{
    public const string Kind = "timerTrigger";

    public static TimerFunction Parse(FunctionDefinition definition, AppSettings settings)
    {
        string text = settings.Resolve(definition.Name, definition.Text("schedule") ?? "");
        return new TimerFunction(
            definition, TimerSchedule.Parse(definition.Name, text), definition.Flag("runOnStartup") ?? false, definition.Flag("useMonitor") ?? true);
    }
}
