using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;

namespace Plumbline.StandIns;

/// <summary>The values that a function's method is called with.</summary>
internal static class Arguments
{
    private static readonly Type[] FromRoute = [typeof(string), typeof(int), typeof(Guid)];

    public static bool CanFill(ParameterInfo parameter, string[] route) =>
        parameter.ParameterType == typeof(FunctionContext)
        || parameter.ParameterType == typeof(CancellationToken)
        || (FromRoute.Contains(parameter.ParameterType) && route.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase));

    public static object?[] Of(FunctionContext context, TriggerInput input) =>
        [.. input.Function.Method.GetParameters().Select(p => Value(p, context, input))];

    private static object? Value(ParameterInfo parameter, FunctionContext context, TriggerInput input) => parameter switch
    {
        var p when p == input.Function.Input => input.Value is HttpContext http ? http.Request : input.Value,
        var p when p.ParameterType == typeof(FunctionContext) => context,
        var p when p.ParameterType == typeof(CancellationToken) => context.CancellationToken,
        _ => FromText(parameter, (input.Value as HttpContext)?.GetRouteValue(parameter.Name ?? "") as string),
    };

    private static object? FromText(ParameterInfo parameter, string? text) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => text,
        _ when text == null => throw new FormatException($"The call's route has no '{parameter.Name}'."),
        var type when type == typeof(int) => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture),
        _ => Guid.Parse(text),
    };
}
