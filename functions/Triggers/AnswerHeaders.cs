using Microsoft.AspNetCore.Http;

namespace Plumbline.Functions.Triggers;

/// <summary>What every answer tells browsers and caches: nothing here is a page, and nothing is to be kept.</summary>
internal static class AnswerHeaders
{
    private const string OneYear = "max-age=31536000";

    public static void Set(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.StrictTransportSecurity = OneYear;
    }
}
