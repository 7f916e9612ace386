using System.Collections.Immutable;
using System.Text.Json;
using Plumbline.Ingest.Csv;

namespace Plumbline.Ingest.Calendars;

/// <summary>Reads the events of a file: an array, or an object with one under <c>value</c>, as Graph answers.</summary>
internal static class CalendarJson
{
    private const int Deepest = 32;
    private static readonly string[] PlaceFields = ["displayName", "locationEmailAddress", "locationUri", "uniqueId"];

    // The kind of each field that is read; a boolean is said by True.
    private static readonly (string Name, JsonValueKind Kind)[] Fields =
    [
        .. new[] { "iCalUId", "originalStartTimeZone", "type", "sensitivity", "subject" }.Select(name => (name, JsonValueKind.String)),
        .. new[] { "isAllDay", "isCancelled", "isOrganizer" }.Select(name => (name, JsonValueKind.True)),
        .. new[] { "start", "end", "organizer", "responseStatus", "recurrence", "location" }.Select(name => (name, JsonValueKind.Object)),
        .. new[] { "categories", "attendees", "locations" }.Select(name => (name, JsonValueKind.Array)),
    ];

    // Without these a meeting may have been cancelled, or its title may be its owner's alone.
    private static readonly string[] AlwaysGiven = ["isCancelled", "sensitivity"];

    private static readonly string[] Types = ["singleInstance", "occurrence", "exception", "seriesMaster"];

    private const string NextPage = "@odata.nextLink";

    /// <summary>Each event with its place in the array; null for what is no event.</summary>
    /// <param name="named">What a message calls the file.</param>
    /// <exception cref="JsonException">It is not JSON; with line and position.</exception>
    /// <exception cref="InvalidOperationException">It is JSON and not what it should be.</exception>
    /// <exception cref="ContentRefused">It is a page of several.</exception>
    public static IEnumerable<CalendarEvent?> Read(ReadOnlyMemory<byte> text, string named)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = Deepest });
        JsonElement root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(NextPage, out _))
            throw new ContentRefused($"{named}: more pages follow, by its '{NextPage}'; export calendarView with all its pages in one array 'value'");
        JsonElement array = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("value", out JsonElement value) ? value : root;
        if (array.ValueKind != JsonValueKind.Array)
            throw new InvalidOperationException("it holds no array 'value' of events");
        return [.. array.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.Object ? Event(e) : null)];
    }

    /// <summary>The first field that is of another kind than Graph gives it; null where all are as they should be, or left out.</summary>
    private static string? Misshapen(JsonElement from)
    {
        foreach ((string name, JsonValueKind kind) in Fields)
            if (from.TryGetProperty(name, out JsonElement value) && value.ValueKind is not JsonValueKind.Null && Kind(value) != kind)
                return name;
        return Text(from, "type") is { } type && !Types.Contains(type) ? "type" : null;
    }

    private static JsonValueKind Kind(JsonElement value) => value.ValueKind == JsonValueKind.False ? JsonValueKind.True : value.ValueKind;

    private static CalendarEvent Event(JsonElement from) => new()
    {
        Misshapen = Misshapen(from),
        Lacking = AlwaysGiven.FirstOrDefault(name => !Has(from, name)),
        Uid = Text(from, "iCalUId"),
        Start = Time(from, "start"),
        End = Time(from, "end"),
        IsAllDay = IsTrue(from, "isAllDay"),
        OriginalZone = Text(from, "originalStartTimeZone"),
        IsCancelled = IsTrue(from, "isCancelled"),
        IsOrganisers = from.TryGetProperty("isOrganizer", out JsonElement organises) && organises.ValueKind != JsonValueKind.Null ? organises.ValueKind == JsonValueKind.True : null,
        IsSeries = Text(from, "type") is { } type ? type == "seriesMaster" : Part(from, "recurrence") is not null,
        Title = Text(from, "sensitivity") == "normal" ? Text(from, "subject") : null,
        Categories = [.. Items(from, "categories").Where(c => c.ValueKind == JsonValueKind.String).Select(c => c.GetString() ?? "")],
        Organiser = Address(Part(from, "organizer")),
        Attendees = [.. Items(from, "attendees").Select(Attendee)],
        OwnResponse = Part(from, "responseStatus") is { } own ? Text(own, "response") : null,
        Places = [.. Items(from, "locations").Select(l => (JsonElement?)l).Append(Part(from, "location")).OfType<JsonElement>().SelectMany(Place)],
    };

    private static IEnumerable<string> Place(JsonElement from) =>
        from.ValueKind == JsonValueKind.Object ? PlaceFields.Select(name => Text(from, name)).OfType<string>() : [];

    private static EventTime? Time(JsonElement from, string name) => Part(from, name) is { } part ? new(Text(part, "dateTime"), Text(part, "timeZone")) : null;

    private static EventAttendee Attendee(JsonElement from) =>
        new(Address(from), Address(from, "name"), Part(from, "status") is { } status ? Text(status, "response") : null, Text(from, "type") == "resource");

    private static string? Address(JsonElement? from, string name = "address") => from is { } part && Part(part, "emailAddress") is { } address ? Text(address, name) : null;

    private static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Has(JsonElement from, string name) =>
        from.TryGetProperty(name, out JsonElement value) && value.ValueKind != JsonValueKind.Null;

    private static bool IsTrue(JsonElement from, string name) => from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    private static JsonElement? Part(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static ImmutableArray<JsonElement> Items(JsonElement from, string name) =>
        from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [];
}
