using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Plumbline.Functions.Sources;

/// <summary>Whether calendars are read from Microsoft Graph, <c>Graph:Calendars</c>, and where it is, <c>Graph:BaseUrl</c>: the public one unless said otherwise.</summary>
public sealed record GraphSettings(string? Calendars, string? BaseUrl) : ISettings
{
    public const string CalendarsKey = "Graph:Calendars";
    public const string BaseUrlKey = "Graph:BaseUrl";

    private const string Public = "https://graph.microsoft.com/v1.0";

    public static GraphSettings Read(IConfiguration settings) => new(settings[CalendarsKey], settings[BaseUrlKey]);

    public bool IsOn => Calendars == "yes";

    /// <summary>Why it cannot be asked; null where it can, or need not. It names settings, never their values.</summary>
    public string? Fault =>
        Calendars is { Length: > 0 } and not ("yes" or "no") ? $"{CalendarsKey} is neither yes nor no"
        : IsOn && TryAddress() is null ? $"{BaseUrlKey} is not an https address; http will do on this machine alone"
        : null;

    public Uri Address => TryAddress() ?? throw new InvalidOperationException(Fault);

    /// <summary>The app's identity; on this machine there is none to show.</summary>
    public TokenCredential? Credential => Address.IsLoopback ? null : new DefaultAzureCredential();

    private Uri? TryAddress() => Uri.TryCreate(BaseUrl is { Length: > 0 } text ? text : Public, UriKind.Absolute, out Uri? uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)) ? uri : null;
}
