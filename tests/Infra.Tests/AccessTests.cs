using System.Text.RegularExpressions;

namespace Plumbline.Infra.Tests;

/// <summary>The rights that the template grants are those of the table at the head of access.bicep.</summary>
public sealed partial class AccessTests
{
    /// <summary>The ids of Azure's own roles.</summary>
    private static readonly Dictionary<string, string> Roles = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"] = "Azure Service Bus Data Sender",
        ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"] = "Azure Service Bus Data Receiver",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    private static readonly (Regex Scope, string Name)[] Things =
    [
        (Host(), "host account"), (Results(), "results account"), (Exports(), "container exports"), (Topic(), "topic alerts"),
        (People(), "subscription people"), (Secret(), "secret"), (Insights(), "Application Insights"),
    ];

    private static string[] Documented =>
        [.. Row().Matches(Repository.Read("infra", "access.bicep")).Select(m => m.Groups[1].Value).Skip(1)];

    [BicepFact]
    public void Grants_are_exactly_those_of_the_table() =>
        Assert.Equal(
            Documented.Select(row => string.Join(" | ", row.Split(" | ").Take(3))).Order(StringComparer.Ordinal),
            Deployment.All.SelectMany(Grants).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Each_grant_has_a_reason() =>
        Assert.All(Documented, row => Assert.True(row.Split(" | ") is [_, _, _, { Length: > 20 }], row));

    [BicepFact]
    public void Without_options_only_the_app_has_rights() =>
        Assert.All(Grants(Deployment.OfShipped("plain")), grant => Assert.StartsWith("app | ", grant, StringComparison.Ordinal));

    [BicepFact]
    public void Nothing_is_granted_twice() =>
        Assert.All(Deployment.All, d => Assert.Distinct(d.OfType("Microsoft.Authorization/roleAssignments").Select(r => r.Id)));

    [BicepFact]
    public void The_app_may_read_the_secrets_that_its_settings_refer_to_and_no_other() =>
        Assert.Equal(
            ["other-key", "some-key"],
            from grant in Deployment.Of(Deployment.Secrets).OfType("Microsoft.Authorization/roleAssignments")
            let secret = Secret().Match(grant.Id)
            where secret.Success
            orderby secret.Groups[1].Value
            select secret.Groups[1].Value);

    private static IEnumerable<string> Grants(Deployment deployment) =>
        from grant in deployment.OfType("Microsoft.Authorization/roleAssignments")
        let role = ((string)grant.Properties["roleDefinitionId"]!).Split('/')[^1]
        select $"{Who((string)grant.Properties["principalId"]!)} | {Roles[role]} | {On(grant.Id)}";

    private static string Who(string principal) =>
        principal.Contains("/userAssignedIdentities/", StringComparison.Ordinal) ? "app"
        : principal.Contains("/Microsoft.Logic/workflows/", StringComparison.Ordinal) ? "Logic App"
        : Guid.TryParse(principal, out _) ? "feeder"
        : throw new InvalidOperationException($"nobody that we know: {principal}");

    /// <exception cref="InvalidOperationException">It is granted on something else, such as the resource group.</exception>
    private static string On(string id) =>
        Things.Where(t => t.Scope.IsMatch(id)).Select(t => t.Name).SingleOrDefault()
            ?? throw new InvalidOperationException($"granted on too much: {id}");

    [GeneratedRegex(@"^// \| (.+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"/storageAccounts/plhost\w+/providers/Microsoft\.Authorization/")]
    private static partial Regex Host();

    [GeneratedRegex(@"/storageAccounts/plresults\w+/providers/Microsoft\.Authorization/")]
    private static partial Regex Results();

    [GeneratedRegex(@"/storageAccounts/plresults\w+/blobServices/default/containers/exports/providers/Microsoft\.Authorization/")]
    private static partial Regex Exports();

    [GeneratedRegex(@"/namespaces/[\w-]+/topics/alerts/providers/Microsoft\.Authorization/")]
    private static partial Regex Topic();

    [GeneratedRegex(@"/namespaces/[\w-]+/topics/alerts/subscriptions/people/providers/Microsoft\.Authorization/")]
    private static partial Regex People();

    [GeneratedRegex(@"/vaults/[\w-]+/secrets/([\w-]+)/providers/Microsoft\.Authorization/")]
    private static partial Regex Secret();

    [GeneratedRegex(@"/Microsoft\.Insights/components/[\w-]+/providers/Microsoft\.Authorization/")]
    private static partial Regex Insights();
}
