using Microsoft.Extensions.Configuration;
using Plumbline.Functions.Bus;
using Plumbline.Functions.Sources;
using Plumbline.Functions.Tables;

namespace Plumbline.Functions.Tests;

/// <summary>Where a storage service is: one setting or the other. A fault names settings, and never what they hold.</summary>
public sealed class StorageSettingsTests
{
    private const string Key = "c2VjcmV0";
    private const string Sound = $"DefaultEndpointsProtocol=https;AccountName=acme;AccountKey={Key};EndpointSuffix=core.windows.net";

    private static readonly (string Section, string Uri, Func<IConfiguration, ISettings> Read)[] All =
    [
        ("Tables", "Tables:serviceUri", TablesSettings.Read),
        ("Exports", "Exports:blobServiceUri", ExportsSettings.Read),
        ("AzureWebJobsStorage", "AzureWebJobsStorage:queueServiceUri", QueueSettings.Read),
    ];

    [Theory]
    [InlineData(Sound, null)]
    [InlineData("UseDevelopmentStorage=true", null)]
    [InlineData("UseDevelopmentStorage=true", "")]
    [InlineData(null, "https://acme.example.test")]
    [InlineData("", "https://acme.example.test")]
    public void One_of_the_two_will_do(string? connection, string? address) =>
        Assert.All(Read(connection, address), read => Assert.Null(read.Settings.Fault));

    [Theory]
    [InlineData(null, null, "{0} is not set: a connection string, or {1} for the app's identity")]
    [InlineData("", "", "{0} is not set: a connection string, or {1} for the app's identity")]
    [InlineData(Sound, "https://acme.example.test", "{0} and {1} are both set; set one of them")]
    [InlineData("acme", null, "{0} is not a connection string of a storage account")]
    [InlineData($"AccountName=acme;AccountKey={Key};acme", null, "{0} is not a connection string of a storage account")]
    [InlineData($"AccountKey={Key};EndpointSuffix=acme", null, "{0} is not a connection string of a storage account")]
    [InlineData(null, "http://acme.example.test", "{1} is not an https address")]
    [InlineData(null, "acme.example.test", "{1} is not an https address")]
    [InlineData(null, "file:///acme", "{1} is not an https address")]
    public void What_is_missing_or_wrong_is_named_and_what_it_holds_is_not(string? connection, string? address, string fault) =>
        Assert.All(Read(connection, address), read =>
        {
            Assert.Equal(string.Format(null, fault, read.Section, read.Uri), read.Settings.Fault);
            Assert.DoesNotContain(Key, read.Settings.Fault, StringComparison.Ordinal);
            Assert.DoesNotContain("acme", read.Settings.Fault, StringComparison.OrdinalIgnoreCase);
        });

    [Theory]
    [InlineData(null, "acme", null)]
    [InlineData("https://other.example.test", "acme", null)]
    [InlineData("acme", null, "AzureWebJobsStorage:queueServiceUri is not an https address")]
    [InlineData(null, "", "AzureWebJobsStorage is not set: a connection string, or AzureWebJobsStorage:queueServiceUri for the app's identity")]
    public void The_queues_of_the_hosts_account_are_found_by_its_name_too(string? address, string? account, string? fault) =>
        Assert.Equal(fault, QueueSettings.Read(Settings(("AzureWebJobsStorage:queueServiceUri", address), ("AzureWebJobsStorage:accountName", account))).Fault);

    private static IEnumerable<(string Section, string Uri, ISettings Settings)> Read(string? connection, string? address) =>
        All.Select(s => (s.Section, s.Uri, s.Read(Settings((s.Section, connection), (s.Uri, address)))));

    private static IConfiguration Settings(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Where(s => s.Value is not null).Select(s => KeyValuePair.Create(s.Name, s.Value))).Build();
}
