using NCrontab;

namespace Plumbline.Local.Host.Timers;

/// <summary>When a timer function runs, in UTC.</summary>
internal sealed class TimerSchedule(CrontabSchedule schedule)
{
    public static TimerSchedule Parse(string function, string text)
    {
        CrontabSchedule? parsed = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = true });
        return new TimerSchedule(parsed ?? throw new HostException(
            $"function {function} has the schedule '{text}'; "
            + "expected six fields, second minute hour day month weekday, e.g. '0 */5 * * * *'."));
    }

    /// <summary>The first occurrence after that moment; the end of time where there is none.</summary>
    public DateTimeOffset After(DateTimeOffset moment) =>
        new(DateTime.SpecifyKind(schedule.GetNextOccurrence(moment.UtcDateTime), DateTimeKind.Utc));

    /// <summary>Whether it occurs once a minute at most: the real host keeps no status of faster timers.</summary>
    public bool IsMonitored(DateTimeOffset now)
    {
        DateTimeOffset next = After(now);
        return After(next) - next >= TimeSpan.FromMinutes(1);
    }
}
