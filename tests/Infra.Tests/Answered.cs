using System.Text.RegularExpressions;

namespace Plumbline.Infra.Tests;

/// <summary>What Azure would answer to the expressions in settings.</summary>
internal static partial class Answered
{
    /// <summary>What lies in the vault under any name.</summary>
    public const string Secret = "a secret of the vault";

    private static readonly (Regex Expression, string Answer)[] Answers =
    [
        (Endpoint("blob"), "https://account.blob.core.windows.net/"),
        (Endpoint("queue"), "https://account.queue.core.windows.net/"),
        (Endpoint("table"), "https://account.table.core.windows.net/"),
        (Bus(), "plumbline.servicebus.windows.net"),
        (ClientId(), "22222222-2222-2222-2222-222222222222"),
        (Authentication(), "ClientId=22222222-2222-2222-2222-222222222222;Authorization=AAD"),
        (Insights(), "InstrumentationKey=33333333-3333-3333-3333-333333333333;IngestionEndpoint=https://uksouth-0.example.com/"),
    ];

    /// <summary>The values as the app finds them, by names with <c>:</c> between sections.</summary>
    public static Dictionary<string, string> Settings(Deployment deployment) => deployment.Settings.ToDictionary(
        s => s.Key.Replace("__", ":", StringComparison.Ordinal), s => Of(s.Value), StringComparer.OrdinalIgnoreCase);

    /// <returns>The value itself where it neither is an expression nor refers to a secret.</returns>
    /// <exception cref="InvalidOperationException">It asks for something else than addresses, names and ids.</exception>
    public static string Of(string value) => value.StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal) ? Secret
        : !value.StartsWith('[') ? value
        : Answers.FirstOrDefault(a => a.Expression.IsMatch(value)).Answer
            ?? throw new InvalidOperationException($"A setting is neither an address nor an id: {value}");

    private static Regex Endpoint(string service) =>
        new($@"^\[reference\('[^']*/Microsoft\.Storage/storageAccounts/\w+', '[\d-]+'\)\.primaryEndpoints\.{service}\]$");

    [GeneratedRegex(@"^\[split\(split\(reference\('[^']*/namespaces/[^']+', '[^']+'\)\.serviceBusEndpoint, '//'\)\[1\], ':'\)\[0\]\]$")]
    private static partial Regex Bus();

    [GeneratedRegex(@"^\[reference\('[^']*/userAssignedIdentities/[\w-]+', '[\d-]+'\)\.clientId\]$")]
    private static partial Regex ClientId();

    [GeneratedRegex(@"^\[format\('ClientId=\{0\};Authorization=AAD', reference\('[^']*/userAssignedIdentities/[^']+', '\S+'\)\.clientId\)\]$")]
    private static partial Regex Authentication();

    [GeneratedRegex(@"^\[reference\('[^']*/Microsoft\.Insights/components/[\w-]+', '[\d-]+'\)\.ConnectionString\]$")]
    private static partial Regex Insights();
}
