using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Plumbline.Local.Host.Http;

/// <summary>Who may call a function. Without a key in the settings, what it would open stays closed.</summary>
internal sealed class AccessKeys(string? functionKey, string? masterKey)
{
    private readonly byte[]? function = Digest(functionKey);
    private readonly byte[]? master = Digest(masterKey);

    public bool Opens(AccessLevel level, HttpRequest request)
    {
        if (level == AccessLevel.Anonymous)
        {
            return true;
        }

        byte[]? offered = Digest(Offered(request));
        return IsSame(offered, master) | (level == AccessLevel.Function && IsSame(offered, function));
    }

    public bool IsClosed(AccessLevel level) => level switch
    {
        AccessLevel.Anonymous => false,
        AccessLevel.Function => master is null && function is null,
        _ => master is null,
    };

    // The header wins, as in Azure: a good key in the address does not help a wrong one in the header.
    private static string? Offered(HttpRequest request) =>
        request.Headers["x-functions-key"] is [{ Length: > 0 } header, ..] ? header : request.Query["code"].FirstOrDefault();

    // Digests have one length, so that the time of a comparison tells nothing about a key.
    private static bool IsSame(byte[]? offered, byte[]? key) =>
        offered is not null && key is not null && CryptographicOperations.FixedTimeEquals(offered, key);

    private static byte[]? Digest(string? key) => string.IsNullOrEmpty(key) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
