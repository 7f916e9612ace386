using System.Net;
using System.Net.Http.Headers;
using Azure.Core;

namespace Plumbline.Functions.Sources;

/// <summary>Shows the app's token to Graph and to nobody else. One that is refused is fetched anew, once: it may have expired between two pages.</summary>
internal sealed class GraphToken(TokenCredential credential, Uri address) : DelegatingHandler
{
    private readonly string[] _scopes = [$"{address.GetLeftPart(UriPartial.Authority)}/.default"];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!GraphLink.IsWithin(request.RequestUri, address))
            throw new HttpRequestException("a request to another host than Graph's");
        HttpResponseMessage response = await SendAsync(request, null, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized)
            return response;
        string? claims = Claims(response);
        response.Dispose();
        return await SendAsync(request, claims, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? claims, CancellationToken cancellationToken)
    {
        AccessToken token = await credential.GetTokenAsync(new TokenRequestContext(_scopes, claims: claims, isCaeEnabled: true), cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        return await base.SendAsync(request, cancellationToken);
    }

    /// <summary>What a continuous access evaluation asks the new token to answer, base64 in the challenge.</summary>
    private static string? Claims(HttpResponseMessage response)
    {
        const string Begin = "claims=\"";
        string challenge = response.Headers.WwwAuthenticate.ToString();
        int at = challenge.IndexOf(Begin, StringComparison.OrdinalIgnoreCase) + Begin.Length;
        if (at < Begin.Length || challenge.IndexOf('"', at) is var end && end < 0)
            return null;
        Span<byte> bytes = new byte[challenge.Length];
        return Convert.TryFromBase64String(challenge[at..end], bytes, out int written) ? System.Text.Encoding.UTF8.GetString(bytes[..written]) : null;
    }
}
