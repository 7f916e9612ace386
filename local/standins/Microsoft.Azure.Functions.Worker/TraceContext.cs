namespace Microsoft.Azure.Functions.Worker;

/// <summary>The W3C trace that an invocation belongs to.</summary>
public abstract class TraceContext
{
    public abstract string TraceParent { get; }

    public abstract string TraceState { get; }

    public virtual IReadOnlyDictionary<string, string> Attributes => throw new NotSupportedException("TraceContext.Attributes");

    public virtual IReadOnlyDictionary<string, string> Baggage => throw new NotSupportedException("TraceContext.Baggage");
}
