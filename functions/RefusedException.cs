using Microsoft.AspNetCore.Http;

namespace Plumbline.Functions;

/// <summary>A request that is not served; it becomes a problem document (RFC 9457) whose code other programs may rely on.</summary>
public sealed class RefusedException(int status, string code, string detail) : Exception(detail)
{
    public int Status => status;

    public string Code => code;

    public static RefusedException NotConfigured(string? why) => new(StatusCodes.Status503ServiceUnavailable, "not_configured", why ?? "");
}
