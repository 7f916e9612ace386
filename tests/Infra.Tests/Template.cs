using System.Text.Json.Nodes;

namespace Plumbline.Infra.Tests;

/// <summary>main.bicep, compiled to the JSON that Azure Resource Manager reads.</summary>
internal static class Template
{
    private static readonly Lazy<JsonNode> Compiled = new(() =>
        JsonNode.Parse(Bicep.Run("build", Path.Combine(Repository.Infra, "main.bicep"), "--stdout"))!);

    public static JsonNode Main => Compiled.Value;

    /// <summary>It and each module in it.</summary>
    public static IReadOnlyList<JsonNode> All => [.. WithModules(Main)];

    private static IEnumerable<JsonNode> WithModules(JsonNode template)
    {
        JsonNode? resources = template["resources"];
        IEnumerable<JsonNode?> list = resources is JsonObject named ? named.Select(r => r.Value) : resources?.AsArray() ?? [];
        IEnumerable<JsonNode?> modules = from resource in list
                                         where (string?)resource["type"] == "Microsoft.Resources/deployments"
                                         select resource["properties"]!["template"];
        return [template, .. modules.OfType<JsonNode>().SelectMany(WithModules)];
    }
}
