using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Plumbline.Functions.Runs;

/// <summary>A run as the queue carries it: <c>{ run, accounts: all | [ids], facts: all | [kinds], because, traceparent }</c>.</summary>
internal static class RunMessage
{
    private const string All = "all";

    // Read as JSON and as nothing else: what JSON does not ask for is not escaped, so that the message is hardly longer than the order.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Of(RunRequest request) => JsonSerializer.Serialize(new
    {
        run = request.Run,
        accounts = request.Accounts.IsEmpty ? (object)All : request.Accounts,
        // A run reads every source again, so that whatever kinds of fact have changed are judged.
        facts = All,
        because = request.Because,
        traceparent = request.TraceParent,
    }, Plain);

    /// <summary>Null where the message is not a run.</summary>
    public static RunRequest? Read(string text)
    {
        try
        {
            JsonNode? message = JsonNode.Parse(text);
            return message?["run"]?.GetValue<string>() is { Length: > 0 } run && Accounts(message["accounts"]) is { } accounts
                ? new(run, accounts, message["because"]?.GetValue<string>() ?? "") { TraceParent = message["traceparent"]?.GetValue<string>() }
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static ImmutableArray<string>? Accounts(JsonNode? accounts) => accounts switch
    {
        JsonArray { Count: > 0 } ids => [.. ids.Select(i => i?.GetValue<string>() ?? throw new FormatException())],
        JsonValue all when all.GetValue<string>() == All => [],
        _ => null,
    };
}
