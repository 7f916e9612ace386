using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;

namespace Plumbline.StandIns;

/// <summary>Who may call: keys come from the settings, and without a key in the settings a keyed function is closed.</summary>
internal sealed class AccessKeys(IConfiguration settings)
{
    public const string FunctionKey = "LOCAL_FUNCTION_KEY", MasterKey = "LOCAL_MASTER_KEY";

    private readonly byte[]? _function = Digest(settings[FunctionKey]);
    private readonly byte[]? _master = Digest(settings[MasterKey]);

    public bool Open(AuthorizationLevel level, HttpRequest request)
    {
        if (level == AuthorizationLevel.Anonymous) return true;
        var offered = Digest(Offered(request));
        return Same(offered, _master) | (level == AuthorizationLevel.Function && Same(offered, _function));
    }

    public bool IsClosed(AuthorizationLevel level) =>
        level != AuthorizationLevel.Anonymous && _master == null && (level != AuthorizationLevel.Function || _function == null);

    // The header wins, as at the platform: a stale key in it is not saved by a good one in the address.
    private static string? Offered(HttpRequest request) =>
        request.Headers["x-functions-key"] is [{ Length: > 0 } header, ..] ? header : request.Query["code"].FirstOrDefault();

    // Digests are of one length, so that the time taken tells nothing of a key, not even its length.
    private static bool Same(byte[]? offered, byte[]? key) =>
        offered != null && key != null && CryptographicOperations.FixedTimeEquals(offered, key);

    private static byte[]? Digest(string? key) => string.IsNullOrEmpty(key) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
