using Microsoft.Azure.Functions.Worker;

namespace Plumbline.StandIns;

/// <summary>How often an invocation was tried before, of how often it may be tried again.</summary>
internal sealed class Attempt(int count, int most) : RetryContext
{
    public static readonly Attempt Only = new(0, 0);

    public override int RetryCount => count;

    public override int MaxRetryCount => most;
}
