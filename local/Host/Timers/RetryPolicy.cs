using Plumbline.Local.Host.Worker.Protocol;

namespace Plumbline.Local.Host.Timers;

/// <summary>How often a function that failed is tried again, as its retry attribute says; without one, never.</summary>
internal sealed class RetryPolicy(RpcRetryOptions? options)
{
    private const int Doublings = 30;

    /// <summary>-1 for ever.</summary>
    public int Most => options?.MaxRetryCount ?? 0;

    public bool Allows(int retry) => Most < 0 || retry <= Most;

    /// <param name="retry">From 1.</param>
    public TimeSpan Delay(int retry)
    {
        if (options is { RetryStrategy: RpcRetryOptions.Types.RetryStrategy.FixedDelay })
        {
            return options.DelayInterval?.ToTimeSpan() ?? TimeSpan.Zero;
        }

        TimeSpan least = options?.MinimumInterval?.ToTimeSpan() ?? TimeSpan.Zero;
        TimeSpan most = options?.MaximumInterval?.ToTimeSpan() ?? least;
        double wanted = least.TotalSeconds * Math.Pow(2, Math.Min(retry - 1, Doublings));
        return TimeSpan.FromSeconds(Math.Min(wanted, most.TotalSeconds));
    }
}
