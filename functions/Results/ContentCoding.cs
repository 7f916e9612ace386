using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Plumbline.Functions.Results;

/// <summary>Chooses how an answer is compressed.</summary>
internal static class ContentCoding
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";

    private const string Identity = "identity";

    /// <summary>The coding that the caller likes best; null where the caller accepts none of ours, or likes no coding better.</summary>
    public static string? Of(HttpRequest request)
    {
        IList<StringWithQualityHeaderValue> accepted = request.GetTypedHeaders().AcceptEncoding;
        string best = new[] { Brotli, Gzip, Identity }.MaxBy(coding => Quality(coding, accepted)) ?? Identity;
        return best == Identity || Quality(best, accepted) == 0 ? null : best;
    }

    private static double Quality(string coding, IList<StringWithQualityHeaderValue> accepted) =>
        (Named(coding, accepted) ?? (coding == Identity ? null : Named("*", accepted))) is { } named ? named.Quality ?? 1 : 0;

    private static StringWithQualityHeaderValue? Named(string coding, IList<StringWithQualityHeaderValue> accepted) =>
        accepted.FirstOrDefault(a => a.Value.Equals(coding, StringComparison.OrdinalIgnoreCase));
}
