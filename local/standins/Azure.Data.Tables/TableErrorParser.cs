using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Reads the service's error bodies: {"odata.error":{"code":..,"message":{"value":..}}}.</summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        error = null;
        data = null;
        if (response.ContentStream is not { CanSeek: true, Length: > 0 })
        {
            return false;
        }

        try
        {
            error = Error(response.Content);
        }
        catch (JsonException)
        {
            // A proxy's page, or XML: Azure.Core then reports the status and the body as they are.
            return false;
        }

        if (error?.Message is { } message && message.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && IsNumber(message.AsSpan(0, colon)))
        {
            data = new Dictionary<string, string> { [TableTransactionFailedException.FailedIndex] = message[..colon] };
        }

        return error is not null;
    }

    private static ResponseError? Error(BinaryData body)
    {
        using JsonDocument json = JsonDocument.Parse(body);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("odata.error", out JsonElement error)
            ? new ResponseError(error.GetProperty("code").GetString(), error.GetProperty("message").GetProperty("value").GetString())
            : null;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length <= 3 && !text.ContainsAnyExceptInRange('0', '9');
}
