namespace Microsoft.Azure.Functions.Worker;

/// <summary>Asks the platform to run a failed invocation again; -1 asks without end.</summary>
[AttributeUsage(AttributeTargets.Method)]
public abstract class RetryAttribute : Attribute
{
    public int MaxRetryCount { get; set; }
}
