using Azure.Core;
using Azure.Identity;

namespace Plumbline.Functions;

/// <summary>Where a storage service is: a connection string in its section, or the service's address in a key below it, opened by the app's identity.</summary>
/// <param name="Section">Names the setting, as <c>Tables</c>; the platform reads the same names for its triggers.</param>
/// <param name="UriKey">As <c>Tables:serviceUri</c>.</param>
public abstract record StorageSettings<TClient>(string Section, string UriKey, string? ConnectionString, string? ServiceUri) : ISettings
{
    /// <summary>Why it cannot be opened; null where it can. It names settings, never their values.</summary>
    public string? Fault => this switch
    {
        { ConnectionString: { Length: > 0 }, ServiceUri: { Length: > 0 } } => $"{Section} and {UriKey} are both set; set one of them",
        { ConnectionString: { Length: > 0 } text } => FaultOf(text),
        { ServiceUri: { Length: > 0 } text } => Address(text) is null ? $"{UriKey} is not an https address" : null,
        _ => $"{Section} is not set: a connection string, or {UriKey} for the app's identity",
    };

    public TClient Open() => ConnectionString is { Length: > 0 } text
        ? Open(text)
        : Open(Address(ServiceUri) ?? throw new InvalidOperationException(Fault), new DefaultAzureCredential());

    /// <summary>A client for a connection string; it opens nothing before it is used.</summary>
    protected abstract TClient Open(string connection);

    protected abstract TClient Open(Uri address, TokenCredential identity);

    private static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttps ? uri : null;

    private string? FaultOf(string connection)
    {
        try
        {
            _ = Open(connection);
            return null;
        }
        // The client's own words may hold the key.
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            return $"{Section} is not a connection string of a storage account";
        }
    }
}
