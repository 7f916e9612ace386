using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Plumbline.Local.Host.Http;
using Plumbline.Local.Host.Queues;
using Plumbline.Local.Host.Timers;

namespace Plumbline.Local.Host;

/// <summary>The functions of an app with their triggers. All are read before any starts: a missing setting stops nothing halfway.</summary>
internal sealed class HostedFunctions
{
    private static readonly string[] Kinds = [HttpFunction.Kind, TimerFunction.Kind, QueueFunction.Kind];

    private readonly HostParts parts;
    private readonly AccessKeys keys;
    private readonly HttpFunction[] http;
    private readonly TimerTrigger[] timers;
    private readonly QueueTrigger[] queues;

    /// <exception cref="HostException">A function cannot be served as it is declared.</exception>
    public HostedFunctions(IReadOnlyList<FunctionDefinition> functions, HostParts parts)
    {
        this.parts = parts;
        keys = new AccessKeys(parts.Settings.FunctionKey, parts.Settings.MasterKey);
        http = [.. OfKind(HttpFunction.Kind).Select(f => HttpFunction.Parse(f, parts.Json.RoutePrefix))];
        timers = [.. OfKind(TimerFunction.Kind).Select(f => new TimerTrigger(TimerFunction.Parse(f, parts.App), parts))];
        queues = [.. OfKind(QueueFunction.Kind).Select(f => new QueueTrigger(QueueFunction.Parse(f, parts.App), parts))];
        Warn(functions);

        IEnumerable<FunctionDefinition> OfKind(string kind) => functions.Where(f => f.IsKind(kind));
    }

    public bool AnswerRequests => http.Length > 0;

    public void Map(IEndpointRouteBuilder routes, Forwarder forwarder)
    {
        foreach (HttpFunction function in http)
        {
            RequestDelegate answer = new HttpTrigger(function, keys, forwarder, parts).AnswerAsync;
            IEndpointConventionBuilder route = routes.Map(function.Route, answer);
            if (function.Methods.Count > 0)
            {
                route.WithMetadata(new HttpMethodMetadata(function.Methods));
            }
        }

        routes.MapPost(AdminEndpoint.Route, new AdminEndpoint(timers, keys).AnswerAsync);
    }

    /// <summary>Starts timers and queues; each ends when the token fires and what it began has ended.</summary>
    public Task[] Run(CancellationToken cancellationToken) =>
        [.. timers.Select(timer => timer.RunAsync(cancellationToken)), .. queues.Select(queue => queue.RunAsync(cancellationToken))];

    private void Warn(IReadOnlyList<FunctionDefinition> functions)
    {
        foreach (FunctionDefinition function in functions.Where(f => !Kinds.Any(f.IsKind)))
        {
            parts.Log.NotServed(function.Name, function.Kind);
        }

        string[] closed = [.. http.Where(f => keys.IsClosed(f.Level)).Select(f => f.Definition.Name)];
        if (closed.Length > 0)
        {
            parts.Log.Closed(string.Join(", ", closed));
        }
    }
}
