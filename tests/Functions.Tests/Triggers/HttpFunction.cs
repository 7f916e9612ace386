using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Plumbline.Functions.Deliveries;
using Plumbline.Functions.Triggers;

namespace Plumbline.Functions.Tests.Triggers;

/// <summary>A function that a request calls, found as the worker finds it: by its attributes.</summary>
internal sealed record HttpFunction(string Name, MethodInfo Method, HttpTriggerAttribute Trigger)
{
    public static IReadOnlyList<HttpFunction> All { get; } =
    [
        .. from type in typeof(Program).Assembly.GetTypes()
           from method in type.GetMethods()
           let named = method.GetCustomAttribute<FunctionAttribute>()
           let trigger = method.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(t => t is not null)
           where named is not null && trigger is not null
           select new HttpFunction(named.Name, method, trigger),
    ];

    public const string ExportKey = "a key of the tests alone";

    public string Route => $"/api/{Trigger.Route ?? Name}";

    public string[] Methods => Trigger.Methods ?? [];

    /// <summary>A request that it takes, of an app to which <see cref="ExportKey"/> opens the exports.</summary>
    /// <param name="query">As it stands in the address, with its question mark.</param>
    public HttpRequestMessage Ask(string query = "")
    {
        string path = Route.Replace("{table}", "findings", StringComparison.Ordinal).Replace("{source}", "invoices.csv", StringComparison.Ordinal)
            .Replace("{mailbox}", "ann@firm.example.json", StringComparison.Ordinal);
        var request = new HttpRequestMessage(new(Methods[0]), path + query);
        if (request.Method == HttpMethod.Put)
        {
            request.Headers.Add(ExportIntake.KeyHeader, ExportKey);
            request.Content = new ByteArrayContent("content"u8.ToArray());
        }
        return request;
    }

    /// <summary>As the worker does: the function runs inside the middleware, its result after it.</summary>
    public async Task InvokeAsync(IServiceProvider services, HttpContext http)
    {
        await using AsyncServiceScope scope = services.CreateAsyncScope();
        IResult? result = null;
        var context = new RequestContext(this, scope.ServiceProvider, http);
        await ActivatorUtilities.GetServiceOrCreateInstance<Problems>(services).Invoke(context, async _ =>
        {
            object? function = Method.IsStatic ? null : ActivatorUtilities.CreateInstance(scope.ServiceProvider, Method.DeclaringType!);
            object?[] arguments = [.. Method.GetParameters().Select(p => Argument(p, http))];
            result = await (Task<IResult>)Method.Invoke(function, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        });
        if (result is not null)
            await result.ExecuteAsync(http);
    }

    private static object? Argument(ParameterInfo parameter, HttpContext http) => parameter.ParameterType switch
    {
        var type when type == typeof(HttpRequest) => http.Request,
        var type when type == typeof(CancellationToken) => http.RequestAborted,
        _ => http.GetRouteValue(parameter.Name!),
    };
}
