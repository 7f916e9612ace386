using System.Text.RegularExpressions;
using Plumbline.Functions;

namespace Plumbline.Infra.Tests;

/// <summary>The template sets what the app reads, and nothing that nobody reads.</summary>
public sealed partial class SettingsTests
{
    private static readonly StringComparer AnyCase = StringComparer.OrdinalIgnoreCase;

    /// <summary>Connections with a key, and the name of an account in place of its address.</summary>
    private static readonly string[] InPlaceOfAnother =
        ["AzureWebJobsStorage", "AzureWebJobsStorage:accountName", "Exports", "ServiceBus", "Tables"];

    /// <summary>The policy lies beside the app, Graph is the public one, and no collector is told.</summary>
    private static readonly string[] AsByDefault = ["Graph:BaseUrl", "OTEL_EXPORTER_OTLP_ENDPOINT", "Policy:Folder"];

    /// <summary>Read by the Functions host, and by Azure.Identity.</summary>
    private static readonly string[] OfTheHost =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "AZURE_CLIENT_ID", "AZURE_TOKEN_CREDENTIALS",
        "AzureWebJobsStorage:blobServiceUri", "AzureWebJobsStorage:clientId", "AzureWebJobsStorage:credential",
        "AzureWebJobsStorage:tableServiceUri",
    ];

    [BicepTheory]
    [MemberData(nameof(Deployment.Shipped), MemberType = typeof(Deployment))]
    public void Each_setting_that_the_app_reads_is_set(string set) =>
        Assert.Empty(ReadSettings.Keys.Except(Given(set), AnyCase).Except([.. InPlaceOfAnother, .. AsByDefault], AnyCase));

    [BicepTheory]
    [MemberData(nameof(Deployment.Shipped), MemberType = typeof(Deployment))]
    public void Each_setting_that_is_set_is_read(string set) =>
        Assert.DoesNotContain(Given(set).Except(OfTheHost, AnyCase), s => !ReadSettings.Includes(s));

    [BicepTheory]
    [MemberData(nameof(Deployment.Shipped), MemberType = typeof(Deployment))]
    public void No_connection_with_a_key_is_set(string set) => Assert.Empty(Given(set).Intersect(InPlaceOfAnother, AnyCase));

    [BicepTheory]
    [MemberData(nameof(Deployment.Shipped), MemberType = typeof(Deployment))]
    public void The_app_finds_no_fault_in_its_settings(string set)
    {
        ISettings[] settings = ReadSettings.Of(Answered.Settings(Deployment.OfShipped(set)));
        Assert.NotEmpty(settings);
        Assert.Empty(settings.Select(s => s.Fault).OfType<string>());
    }

    [Fact]
    public void No_setting_is_excused_in_vain()
    {
        Assert.DoesNotContain(InPlaceOfAnother.Concat(AsByDefault), s => !ReadSettings.Includes(s));
        Assert.DoesNotContain(OfTheHost, s => ReadSettings.Includes(s));
    }

    [BicepTheory]
    [InlineData("plain", "no")]
    [InlineData("private", "yes")]
    [InlineData("teams", "yes")]
    public void Calendars_are_read_from_Graph_where_the_parameter_says_so(string set, string expected) =>
        Assert.Equal(expected, Deployment.OfShipped(set).Settings["Graph__Calendars"]);

    [BicepFact]
    public void A_setting_that_lies_in_the_vault_refers_to_it()
    {
        Deployment deployment = Deployment.Of(Deployment.Secrets);
        string vault = deployment.Only("Microsoft.KeyVault/vaults").Name;
        Assert.Equal($"@Microsoft.KeyVault(VaultName={vault};SecretName=some-key)", deployment.Settings["Some__Key"]);
        Assert.Equal($"@Microsoft.KeyVault(VaultName={vault};SecretName=other-key)", deployment.Settings["Some__Other"]);
        Assert.NotEmpty(deployment.Only("Microsoft.Web/sites").Text("properties.keyVaultReferenceIdentity"));
    }

    [Fact]
    public void Settings_are_read_where_these_tests_see_them()
    {
        string[] files = Directory.GetFiles(Path.Combine(Repository.Root, "functions"), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.Empty(
            from file in files
            where !file.EndsWith("Services.cs", StringComparison.Ordinal)
            let text = File.ReadAllText(file)
            where Asks().IsMatch(text) && !Reads().IsMatch(text)
            select $"{Path.GetFileName(file)} reads settings; a static Read(IConfiguration) of its type is expected");
    }

    private static string[] Given(string set) => [.. Answered.Settings(Deployment.OfShipped(set)).Keys];

    [GeneratedRegex("IConfiguration|GetEnvironmentVariable")]
    private static partial Regex Asks();

    [GeneratedRegex(@"static \w+ Read\(IConfiguration ")]
    private static partial Regex Reads();
}
