using System.Text.Json;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Plumbline.Local.Host.Http;

internal enum AccessLevel
{
    Anonymous,
    Function,
    Admin,
}

/// <summary>A function that answers requests.</summary>
/// <param name="Methods">Empty for every method.</param>
internal sealed record HttpFunction(FunctionDefinition Definition, RoutePattern Route, IReadOnlyList<string> Methods, AccessLevel Level)
{
    public const string Kind = "httpTrigger";

    public static HttpFunction Parse(FunctionDefinition definition, string prefix)
    {
        string route = definition.Text("route") is { Length: > 0 } own ? own.TrimStart('/') : definition.Name;
        try
        {
            RoutePattern pattern = RoutePatternFactory.Parse(prefix.Length == 0 ? $"/{route}" : $"/{prefix}/{route}");
            return new HttpFunction(definition, pattern, [.. Verbs(definition)], ParseLevel(definition));
        }
        catch (RoutePatternException failure)
        {
            throw new HostException(
                $"function {definition.Name} has the route '{route}', which cannot be read: {failure.Message}", failure);
        }
    }

    private static IEnumerable<string> Verbs(FunctionDefinition definition) =>
        definition.Binding.TryGetProperty("methods", out JsonElement methods) && methods.ValueKind == JsonValueKind.Array
            ? methods.EnumerateArray().Select(method => method.GetString()).OfType<string>().Select(method => method.ToUpperInvariant())
            : [];

    // A level that is not known is closed to everyone but the master key.
    private static AccessLevel ParseLevel(FunctionDefinition definition) => definition.Text("authLevel")?.ToUpperInvariant() switch
    {
        null or "FUNCTION" => AccessLevel.Function,
        "ANONYMOUS" => AccessLevel.Anonymous,
        _ => AccessLevel.Admin,
    };
}
