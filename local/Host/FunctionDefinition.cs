using System.Text.Json;
using Plumbline.Local.Host.Worker.Protocol;

namespace Plumbline.Local.Host;

/// <summary>A function as the worker reports it.</summary>
/// <param name="Kind">The type of the trigger's binding, e.g. <c>httpTrigger</c>.</param>
/// <param name="Binding">The trigger's binding as the worker wrote it: settings of the trigger are there and nowhere else.</param>
/// <param name="Retry">Null where the function has no retry attribute.</param>
internal sealed record FunctionDefinition(string Name, string Kind, JsonElement Binding, RpcRetryOptions? Retry)
{
    /// <summary>The name of the parameter that takes what triggers the function.</summary>
    public string Parameter => Text("name") ?? "";

    public static FunctionDefinition Parse(RpcFunctionMetadata metadata)
    {
        foreach (string raw in metadata.RawBindings)
        {
            using JsonDocument document = JsonDocument.Parse(raw);
            if (document.RootElement.TryGetProperty("type", out JsonElement type) && type.GetString() is { } kind
                && kind.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase))
            {
                return new FunctionDefinition(metadata.Name, kind, document.RootElement.Clone(), metadata.RetryOptions);
            }
        }

        throw new HostException($"function {metadata.Name} has no trigger.");
    }

    public bool IsKind(string kind) => string.Equals(Kind, kind, StringComparison.OrdinalIgnoreCase);

    public string? Text(string property) =>
        Binding.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public bool? Flag(string property) => Binding.TryGetProperty(property, out JsonElement value) ? value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    } : null;
}
