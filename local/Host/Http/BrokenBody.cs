using Microsoft.AspNetCore.Http;

namespace Plumbline.Local.Host.Http;

/// <summary>Tells a request's body that is broken or too long from other failures.</summary>
internal static class BrokenBody
{
    /// <summary>The status that answers it; null where the failure is another.</summary>
    public static int? StatusOf(Exception failure) => (failure as BadHttpRequestException ?? failure.InnerException as BadHttpRequestException) switch
    {
        { } refused => refused.StatusCode,
        // The server says no more of a chunk whose size is larger than any: its own arithmetic failed.
        null => failure is IOException or HttpRequestException && failure.GetBaseException() is OverflowException ? StatusCodes.Status400BadRequest : null,
    };
}
