using System.Globalization;
using System.Text.Json;
using Plumbline.Local.Host.Queues;

namespace Plumbline.Local.Host;

/// <summary>The settings of host.json that this host honours, with the real host's defaults.</summary>
/// <param name="FunctionTimeout">Null for no limit.</param>
internal sealed record HostJson(string RoutePrefix, TimeSpan? FunctionTimeout, QueueOptions Queues)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestInvisible = TimeSpan.FromDays(7);
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static HostJson Read(string folder)
    {
        string file = Path.Combine(folder, "host.json");
        if (!File.Exists(file))
        {
            throw new HostException($"{folder} has no host.json: it is not the folder of a built Functions app.");
        }

        try
        {
            return Parse(File.ReadAllText(file));
        }
        catch (Exception failure) when (failure is JsonException or FormatException or OverflowException or InvalidOperationException)
        {
            throw new HostException($"{file} cannot be read: {failure.Message}", failure);
        }
    }

    public static HostJson Parse(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text, Lenient);
        JsonElement? extensions = Get(document.RootElement, "extensions");
        string prefix = Get(Get(extensions, "http"), "routePrefix")?.GetString() ?? "api";
        TimeSpan? timeout = Timeout(Get(document.RootElement, "functionTimeout")?.GetString());
        return new HostJson(prefix.Trim('/'), timeout, Queue(Get(extensions, "queues")));
    }

    private static TimeSpan? Timeout(string? text) => text switch
    {
        null => DefaultTimeout,
        "-1" => null,
        _ => Span("functionTimeout", text, LongestTimeout),
    };

    private static QueueOptions Queue(JsonElement? queues)
    {
        QueueOptions standard = QueueOptions.Standard;
        string encoding = Get(queues, "messageEncoding")?.GetString() ?? "base64";
        return new QueueOptions
        {
            BatchSize = Number(queues, "batchSize", standard.BatchSize, 1, 32),
            NewBatchThreshold = Number(queues, "newBatchThreshold", Number(queues, "batchSize", standard.BatchSize, 1, 32) / 2, 0, 1000),
            MaxDequeueCount = Number(queues, "maxDequeueCount", standard.MaxDequeueCount, 1, 1000),
            MaxPollingInterval = Get(queues, "maxPollingInterval")?.GetString() is { } interval
                ? Span("maxPollingInterval", interval, LongestTimeout) : standard.MaxPollingInterval,
            RetryAfter = Get(queues, "visibilityTimeout")?.GetString() is { } retry
                ? Span("visibilityTimeout", retry, LongestInvisible) : standard.RetryAfter,
            Base64 = encoding.ToUpperInvariant() switch
            {
                "BASE64" => true,
                "NONE" => false,
                _ => throw new FormatException($"messageEncoding is '{encoding}'; it must be 'base64' or 'none'"),
            },
        };
    }

    private static int Number(JsonElement? section, string name, int standard, int least, int most)
    {
        int number = Get(section, name)?.GetInt32() ?? standard;
        return number >= least && number <= most
            ? number
            : throw new FormatException($"{name} is {number}; it must be from {least} to {most}");
    }

    private static TimeSpan Span(string name, string text, TimeSpan most) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) && span >= TimeSpan.Zero && span <= most
            ? span
            : throw new FormatException($"{name} is '{text}'; it must be a time up to {most}, e.g. '00:05:00'");

    private static JsonElement? Get(JsonElement? section, string name) =>
        section is { ValueKind: JsonValueKind.Object } there && there.TryGetProperty(name, out JsonElement value)
            && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}
