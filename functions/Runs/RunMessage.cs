using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Messaging.ServiceBus;

namespace Plumbline.Functions.Runs;

/// <summary>A run as the queue carries it: <c>{ run, accounts: all | [ids], facts: all | [kinds], because }</c>.</summary>
internal static class RunMessage
{
    private const string All = "all";
    private const string ContentType = "application/json";

    public static ServiceBusMessage Of(RunRequest request) => new(BinaryData.FromObjectAsJson(new
    {
        run = request.Run,
        accounts = request.Accounts.IsEmpty ? (object)All : request.Accounts,
        // A run reads every source again, so that whatever kinds of fact have changed are judged.
        facts = All,
        because = request.Because,
    }))
    {
        MessageId = request.Run,
        Subject = "run",
        ContentType = ContentType,
    };

    /// <summary>Null where the message is no run.</summary>
    public static RunRequest? Read(BinaryData body)
    {
        try
        {
            JsonNode? message = JsonNode.Parse(body.ToMemory().Span);
            return message?["run"]?.GetValue<string>() is { Length: > 0 } run && Accounts(message["accounts"]) is { } accounts
                ? new(run, accounts, message["because"]?.GetValue<string>() ?? "")
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
