using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using NCrontab;

namespace Plumbline.StandIns;

/// <summary>The ticks of a timer function, in UTC.</summary>
internal sealed partial class TimerSchedule(CrontabSchedule schedule)
{
    public static TimerSchedule Parse(string function, string text, IConfiguration settings)
    {
        var resolved = Setting().Replace(text, match => settings[match.Groups[1].Value]
            ?? throw new InvalidOperationException($"Function '{function}' has the schedule '{text}', and there is no setting '{match.Groups[1].Value}'."));
        var parsed = CrontabSchedule.TryParse(resolved, new() { IncludingSeconds = true })
            ?? throw new InvalidOperationException($"Function '{function}' has the schedule '{resolved}'; it must be six fields: second minute hour day month weekday.");
        return new(parsed);
    }

    public DateTime After(DateTime moment) => DateTime.SpecifyKind(schedule.GetNextOccurrence(moment), DateTimeKind.Utc);

    // The platform keeps no watch over schedules that tick more than once a minute.
    public bool IsSlow(DateTime now) => After(After(now)) - After(now) >= TimeSpan.FromMinutes(1);

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Setting();
}
