using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Plumbline.StandIns;

/// <summary>One invocation as middleware and the function see it.</summary>
internal sealed class Invocation(TriggerInput input, Attempt attempt, IServiceProvider services, CancellationToken cancellation) : FunctionContext
{
    public override string InvocationId { get; } = Guid.NewGuid().ToString();

    public override string FunctionId => input.Function.Id;

    public override FunctionDefinition FunctionDefinition => input.Function;

    public override TraceContext TraceContext { get; } = new Trace(input.Value as HttpContext);

    public override BindingContext BindingContext => throw new NotSupportedException("FunctionContext.BindingContext");

    public override RetryContext RetryContext => attempt;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures(input);

    public override CancellationToken CancellationToken => cancellation;

    // A request that brings a trace goes on with it; everything else begins one.
    private sealed class Trace(HttpContext? http) : TraceContext
    {
        public override string TraceParent { get; } = $"00-{Caller(http)?.TraceId ?? ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-00";

        public override string TraceState => Caller(http)?.TraceState ?? "";

        private static ActivityContext? Caller(HttpContext? http) =>
            ActivityContext.TryParse(http?.Request.Headers.TraceParent, http?.Request.Headers.TraceState, out var caller) ? caller : null;
    }
}
