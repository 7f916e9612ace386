using Azure.Data.Tables;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace Plumbline.Functions.Tables;

/// <summary>Where the tables are: a connection string in <c>Tables</c>, or the service's address in <c>Tables:serviceUri</c>, opened by the app's identity.</summary>
public sealed record TablesSettings(string? ConnectionString, string? ServiceUri)
{
    public const string Section = "Tables";

    public static TablesSettings Read(IConfiguration settings) => new(settings[Section], settings[$"{Section}:serviceUri"]);

    /// <summary>Why they cannot be opened; null where they can. It names settings, never their values.</summary>
    public string? Fault => this switch
    {
        { ConnectionString: { Length: > 0 }, ServiceUri: { Length: > 0 } } => "Tables and Tables:serviceUri are both set; set one of them",
        { ConnectionString: { Length: > 0 } text } => FaultOf(text),
        { ServiceUri: { Length: > 0 } text } => Address(text) is null ? "Tables:serviceUri is not an https address" : null,
        _ => "Tables is not set: a connection string, or Tables:serviceUri for the app's identity",
    };

    public TableServiceClient Open() => ConnectionString is { Length: > 0 } text
        ? new(text)
        : new(Address(ServiceUri) ?? throw new InvalidOperationException(Fault), new DefaultAzureCredential());

    private static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme == Uri.UriSchemeHttps ? uri : null;

    private static string? FaultOf(string connection)
    {
        try
        {
            _ = new TableServiceClient(connection);
            return null;
        }
        // The client says what is wrong with it in words that may hold the key.
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            return "Tables is not a connection string of a storage account";
        }
    }
}
