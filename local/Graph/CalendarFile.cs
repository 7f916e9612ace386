using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plumbline.Local.Graph;

/// <summary>One mailbox's file: its events, each with the moments between which it lies.</summary>
internal sealed class CalendarFile
{
    private readonly (DateTimeOffset Start, DateTimeOffset End, JsonObject Event)[] _events;

    private CalendarFile(IEnumerable<JsonObject> events) =>
        _events = [.. events.Select(e => (Start: At(e, "start"), End: At(e, "end"), Event: e)).OrderBy(e => e.Start).ThenBy(e => Text(e.Event, "iCalUId"), StringComparer.Ordinal)];

    /// <summary>Null where there is none of that name.</summary>
    public static CalendarFile? Read(string folder, string mailbox)
    {
        // A name is taken for a name only: none leads out of the folder.
        string? path = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").FirstOrDefault(f => Path.GetFileNameWithoutExtension(f).Equals(mailbox, StringComparison.OrdinalIgnoreCase)) : null;
        return path is null ? null : new((JsonNode.Parse(File.ReadAllText(path))?["value"] as JsonArray ?? []).OfType<JsonObject>());
    }

    /// <summary>The events that overlap the stretch, in the order of their beginnings, with the fields that were asked for.</summary>
    public JsonObject[] Between(DateTimeOffset start, DateTimeOffset end, IReadOnlyCollection<string> fields) =>
        [.. _events.Where(e => e.Start < end && e.End > start).Select(e => Selected(e.Event, fields))];

    private static JsonObject Selected(JsonObject written, IReadOnlyCollection<string> fields)
    {
        string id = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Text(written, "iCalUId"))));
        var selected = new JsonObject { ["@odata.etag"] = $"W/\"{id[..16]}\"", ["id"] = $"AAkALg{id}" };
        foreach ((string name, JsonNode? value) in written)
            if (fields.Count == 0 || fields.Contains(name))
                selected[name] = value?.DeepClone();
        return selected;
    }

    private static DateTimeOffset At(JsonObject written, string name) =>
        DateTimeOffset.Parse(Text(written[name] as JsonObject, "dateTime"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static string Text(JsonObject? from, string name) => from?[name]?.GetValue<string>() ?? "";
}
