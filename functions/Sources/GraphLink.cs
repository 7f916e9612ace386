namespace Plumbline.Functions.Sources;

/// <summary>Where Graph's answers may send us: to Graph.</summary>
internal static class GraphLink
{
    public static bool IsWithin(Uri? link, Uri address) =>
        link is { IsAbsoluteUri: true, UserInfo: "" } && link.Scheme == address.Scheme && link.Host == address.Host && link.Port == address.Port
        && link.AbsolutePath.StartsWith(address.AbsolutePath.TrimEnd('/') + "/", StringComparison.Ordinal);
}
