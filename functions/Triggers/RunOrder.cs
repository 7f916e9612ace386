using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Plumbline.Functions.Triggers;

/// <summary>The body of a request for a run: <c>{"accounts":["A1"]}</c>, or nothing for all of them.</summary>
public sealed record RunOrder(ImmutableArray<string> Accounts)
{
    // The run becomes one message of at most 48 KB, in which a character may take twice the bytes that it takes here.
    private const int LongestBody = 16 * 1024;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    public static async Task<RunOrder> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        byte[] body = new byte[LongestBody + 1];
        int length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
        if (length > LongestBody)
            throw new RefusedException(StatusCodes.Status413PayloadTooLarge, "body_too_large", "The body is longer than 16 KB.");
        return new(length == 0 ? [] : Parse(body.AsSpan(0, length)));
    }

    private static ImmutableArray<string> Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            string?[] accounts = JsonSerializer.Deserialize<Body>(body, Strict)?.Accounts ?? [];
            return [.. accounts.Select(a => string.IsNullOrWhiteSpace(a) ? throw Wrong() : a)];
        }
        catch (JsonException)
        {
            throw Wrong();
        }
    }

    private static RefusedException Wrong() => new(StatusCodes.Status400BadRequest, "wrong_body", "The body is JSON, as {\"accounts\":[\"A1\",\"A2\"]}, or empty for all accounts.");

    private sealed record Body(string?[]? Accounts);
}
