using System.Text.Json.Nodes;

namespace Plumbline.Infra.Tests;

/// <summary>One resource as it is sent to Azure.</summary>
internal sealed class Resource(JsonNode json)
{
    public JsonNode Json => json;

    public string Id => (string)json["id"]!;

    public string Type => (string)json["type"]!;

    /// <summary>With the names of its parents before it.</summary>
    public string Name => (string)json["name"]!;

    /// <summary>The last part of its name.</summary>
    public string OwnName => Name[(Name.LastIndexOf('/') + 1)..];

    public JsonNode Properties => json["properties"]!;

    /// <summary>A property by its path, such as <c>properties.siteConfig.minTlsVersion</c>; null where it is not there.</summary>
    public JsonNode? At(string path) => path.Split('.').Aggregate((JsonNode?)json, (node, part) => node?[part]);

    /// <summary>The same as JSON text.</summary>
    public string Text(string path) => At(path)?.ToJsonString() ?? "";
}
