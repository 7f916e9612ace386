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

    /// <summary>Policy:Folder is beside the app, and Graph:BaseUrl the public one.</summary>
    private static readonly string[] AsByDefault = ["Graph:BaseUrl", "Policy:Folder"];

    /// <summary>Read by the Functions host, and by Azure.Identity.</summary>
    private static readonly string[] NotOfTheApp =
    [
        "APPLICATIONINSIGHTS_AUTHENTICATION_STRING", "APPLICATIONINSIGHTS_CONNECTION_STRING", "AZURE_CLIENT_ID", "AZURE_TOKEN_CREDENTIALS",
        "AzureWebJobsStorage:blobServiceUri", "AzureWebJobsStorage:clientId", "AzureWebJobsStorage:credential",
        "AzureWebJobsStorage:tableServiceUri",
    ];

    [BicepTheory]
    [MemberData(nameof(Deployment.Shipped), MemberType = typeof(Deployment))]
    public void Each_setting_that_the_app_reads_is_set(string set) =>
        Assert.Equal(
            ReadSettings.Keys().Except([.. InPlaceOfAnother, .. AsByDefault], AnyCase),
            Answered.Settings(Deployment.OfShipped(set)).Keys.Intersect(ReadSettings.Keys(), AnyCase).Order(AnyCase));

    [BicepTheory]
    [MemberData(nameof(Deployment.Shipped), MemberType = typeof(Deployment))]
    public void Each_setting_that_is_set_is_read(string set) =>
        Assert.Equal(
            NotOfTheApp,
            Answered.Settings(Deployment.OfShipped(set)).Keys.Except(ReadSettings.Keys(), AnyCase).Order(StringComparer.Ordinal));

    [Fact]
    public void No_setting_is_excused_that_the_app_does_not_read() =>
        Assert.Empty(InPlaceOfAnother.Concat(AsByDefault).Except(ReadSettings.Keys(), AnyCase));

    [BicepTheory]
    [MemberData(nameof(Deployment.Shipped), MemberType = typeof(Deployment))]
    public void The_app_finds_no_fault_in_its_settings(string set)
    {
        ISettings[] settings = ReadSettings.Of(Answered.Settings(Deployment.OfShipped(set)));
        Assert.NotEmpty(settings);
        Assert.Empty(settings.Select(s => s.Fault).OfType<string>());
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
        string[] allowed = ["SettingsServices.cs", "SourcesServices.cs"];
        string[] files = Directory.GetFiles(Path.Combine(Repository.Root, "functions"), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.Empty(
            from file in files
            let name = Path.GetFileName(file)
            where !name.EndsWith("Settings.cs", StringComparison.Ordinal) && !allowed.Contains(name)
            where Reads().IsMatch(File.ReadAllText(file))
            select $"{name} reads settings; a static Read(IConfiguration) of a type in *Settings.cs is expected");
    }

    [GeneratedRegex("IConfiguration|GetEnvironmentVariable")]
    private static partial Regex Reads();
}
