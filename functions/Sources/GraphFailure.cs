using System.Text.Json;
using Azure.Identity;
using Microsoft.Kiota.Abstractions;
using Plumbline.Ingest.Csv;

namespace Plumbline.Functions.Sources;

/// <summary>What Graph's failures mean, in words that hold nothing of what it said.</summary>
internal static class GraphFailure
{
    /// <summary>Null where it is a failure of our own.</summary>
    public static string? Why(Exception failure) => failure switch
    {
        ApiException refused => Why(refused.ResponseStatusCode),
        ContentRefused refused => refused.Message,
        OperationCanceledException => "its reading took too long; the next run reads it again",
        AuthenticationFailedException => "the app's identity got no token for Graph; see to the identity and its consent",
        JsonException or FormatException or InvalidOperationException => "Graph's answer is not what it should be; the next run reads it again",
        HttpRequestException or IOException => "Graph's answer broke off, was too long or did not come; the next run reads it again",
        _ => null,
    };

    private static string Why(int status) => status switch
    {
        401 => "Graph does not accept the app's token; see to the identity and its consent",
        403 => "the app may not read it; grant it Application Calendars.Read over this mailbox",
        404 => "there is no such mailbox; see to the e-mail address in people.csv, or end the roles of who has left",
        429 or 503 or 504 => "Graph is too busy; the next run reads it again",
        _ => $"Graph answered with status {status}; the next run reads it again",
    };
}
