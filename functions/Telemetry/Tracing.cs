using System.Diagnostics;

namespace Plumbline.Functions.Telemetry;

/// <summary>The spans of a run. Without a listener there are none, and nothing is made for them.</summary>
internal static class Tracing
{
    /// <summary>The name of the source of spans, and of the meter.</summary>
    public const string Name = "Plumbline";

    private static readonly ActivitySource Source = new(Name);

    public static Activity? Span(string name, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(name, kind);

    /// <summary>A span that goes on with the trace of whoever sent the message, and links to the invocation that took it.</summary>
    /// <param name="sender">The sender's <c>traceparent</c>; null or unreadable starts a trace of its own, under the invocation.</param>
    public static Activity? Continue(string name, string? sender)
    {
        if (!ActivityContext.TryParse(sender, null, isRemote: true, out ActivityContext parent))
            return Span(name, ActivityKind.Consumer);
        return Source.StartActivity(name, ActivityKind.Consumer, parent, links: Activity.Current is { } invocation ? [new(invocation.Context)] : null);
    }
}
