using Azure.Core;

namespace Plumbline.Functions.Tests.Graph;

/// <summary>Gives a new token whenever it is asked.</summary>
internal sealed class CountedCredential : TokenCredential
{
    private int _given;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new($"token-{Interlocked.Increment(ref _given)}{(requestContext.Claims is { } claims ? $"-{claims}" : "")}", DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
}
