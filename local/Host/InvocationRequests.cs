using System.Diagnostics;
using Plumbline.Local.Host.Worker.Protocol;

namespace Plumbline.Local.Host;

/// <summary>Builds what the worker is sent for an invocation.</summary>
internal static class InvocationRequests
{
    /// <param name="parent">The caller's <c>traceparent</c>, whose trace goes on; without one a new trace begins.</param>
    public static InvocationRequest Create(string? parent = null)
    {
        bool known = ActivityContext.TryParse(parent, null, out ActivityContext caller);
        ActivityTraceId trace = known ? caller.TraceId : ActivityTraceId.CreateRandom();
        string flags = known && caller.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) ? "01" : "00";
        return new InvocationRequest
        {
            InvocationId = Guid.NewGuid().ToString(),
            // The worker fails without it.
            TraceContext = new RpcTraceContext { TraceParent = $"00-{trace}-{ActivitySpanId.CreateRandom()}-{flags}" },
        };
    }
}
