using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Plumbline.Infra.Tests;

/// <summary>What azd needs to find: the service's folder, its app, and a value for each parameter.</summary>
public sealed partial class AzdTests
{
    private static JsonObject Given => JsonNode.Parse(Repository.Read("infra", "main.parameters.json"))!["parameters"]!.AsObject();

    [BicepFact]
    public void The_parameters_of_azd_are_those_of_the_template()
    {
        JsonObject parameters = Template.Main["parameters"]!.AsObject();
        Assert.Equal(parameters.Select(p => p.Key), Given.Select(p => p.Key));
        // A default that is written in both places is the same in both.
        var defaults = from given in Given
                       let match = Default().Match(given.Value!["value"]!.ToJsonString())
                       where match.Success
                       select (Ours: parameters[given.Key]!["defaultValue"]!.ToString(), Azds: match.Groups[1].Value);
        Assert.All(defaults, d => Assert.Equal(d.Ours, d.Azds, ignoreCase: true));
    }

    [BicepTheory]
    [MemberData(nameof(Deployment.Shipped), MemberType = typeof(Deployment))]
    public void The_app_bears_the_tag_of_the_service_and_all_that_can_bear_one_that_of_the_environment(string set)
    {
        Deployment deployment = Deployment.OfShipped(set);
        Assert.Contains("\n  functions:\n    project: ./functions\n", Repository.Read("azure.yaml"), StringComparison.Ordinal);
        Assert.Equal("\"functions\"", deployment.Only("Microsoft.Web/sites").Text("tags.azd-service-name"));
        Assert.All(deployment.Resources.Where(r => r.Json["location"] is not null), r => Assert.NotEmpty(r.Text("tags.azd-env-name")));
    }

    [BicepFact]
    public void The_app_is_on_Flex_Consumption_with_one_instance_that_is_always_ready_for_requests()
    {
        const string AlwaysReady = "properties.functionAppConfig.scaleAndConcurrency.alwaysReady";
        Resource site = Deployment.OfShipped("plain").Only("Microsoft.Web/sites");
        Assert.Equal("""{"name":"dotnet-isolated","version":"10.0"}""", site.Text("properties.functionAppConfig.runtime"));
        Assert.Equal("""[{"name":"http","instanceCount":1}]""", site.Text(AlwaysReady));
        Assert.Equal("[]", Deployment.OfShipped("power-bi").Only("Microsoft.Web/sites").Text(AlwaysReady));
        Assert.Equal("\"FC1\"", Deployment.OfShipped("plain").Only("Microsoft.Web/serverfarms").Text("sku.name"));
    }

    [Fact]
    public void The_folder_of_the_service_has_one_project_and_its_user_secrets_have_an_id()
    {
        // azd fails on two projects, and writes an id into a project that has none.
        string project = Assert.Single(Directory.GetFiles(Path.Combine(Repository.Root, "functions"), "*.*proj"));
        Assert.Contains("<UserSecretsId>", File.ReadAllText(project), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"=(\w+)\}""")]
    private static partial Regex Default();
}
