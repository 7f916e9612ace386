using System.Text;
using System.Text.Json.Nodes;

namespace Plumbline.Cli.Tests.GoodNews;

/// <summary>One mailbox's file as JSON.</summary>
/// <param name="Name">As a path within the folder of exports.</param>
internal sealed record SampleMailbox(string Name, JsonObject[] Events)
{
    /// <summary>Null where the person has no meetings.</summary>
    public static SampleMailbox? Read(string folder, string address, string firstDay)
    {
        string name = $"calendars/{address}.json", path = Path.Combine(folder, name);
        return !File.Exists(path) ? null : new(name, [.. JsonNode.Parse(File.ReadAllText(path))!["value"]!.AsArray().Select(e => e!.AsObject()).Where(e => string.CompareOrdinal(Start(e), firstDay) >= 0)]);
    }

    public byte[] Bytes() => Encoding.UTF8.GetBytes(new JsonObject { ["value"] = Array(Events) }.ToJsonString());

    public byte[] Page() => Encoding.UTF8.GetBytes(new JsonObject { ["value"] = Array(Events), ["@odata.nextLink"] = "https://graph.example/next" }.ToJsonString());

    /// <summary>With one event changed.</summary>
    public byte[] With(int place, Action<JsonObject> change)
    {
        JsonArray all = Array(Events);
        change(all[place]!.AsObject());
        return Encoding.UTF8.GetBytes(new JsonObject { ["value"] = all }.ToJsonString());
    }

    private static JsonArray Array(JsonObject[] events) => new([.. events.Select(e => e.DeepClone())]);

    private static string Start(JsonObject written) => written["start"]!["dateTime"]!.GetValue<string>();
}
