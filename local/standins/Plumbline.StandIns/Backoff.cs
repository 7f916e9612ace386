using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace Plumbline.StandIns;

/// <summary>How long a failed invocation waits before it is tried again.</summary>
internal static class Backoff
{
    public static bool Allows(RetryAttribute? retry, int tried) =>
        retry != null && (retry.MaxRetryCount < 0 || tried < retry.MaxRetryCount);

    public static TimeSpan Delay(RetryAttribute? retry, int tried) => retry switch
    {
        FixedDelayRetryAttribute same => Parse(same.DelayInterval) ?? default,
        ExponentialBackoffRetryAttribute growing => Grown(Parse(growing.MinimumInterval) ?? default, Parse(growing.MaximumInterval) ?? default, tried),
        _ => default,
    };

    public static string? Fault(RetryAttribute retry) => retry switch
    {
        { MaxRetryCount: < -1 } => $"may be tried again {retry.MaxRetryCount} times",
        FixedDelayRetryAttribute same when Parse(same.DelayInterval) == null => $"has the retry delay '{same.DelayInterval}'; it must be hh:mm:ss",
        ExponentialBackoffRetryAttribute growing when Parse(growing.MinimumInterval) == null || Parse(growing.MaximumInterval) == null =>
            $"has the retry delays '{growing.MinimumInterval}' and '{growing.MaximumInterval}'; they must be hh:mm:ss",
        _ => null,
    };

    // Doubled once a try, and no further than the maximum, however often.
    private static TimeSpan Grown(TimeSpan least, TimeSpan most, int tried) =>
        least * Math.Pow(2, Math.Min(tried, 30)) is var grown && grown < most ? grown : most;

    private static TimeSpan? Parse(string interval) =>
        TimeSpan.TryParseExact(interval, "c", CultureInfo.InvariantCulture, out var parsed) && parsed >= TimeSpan.Zero ? parsed : null;
}
