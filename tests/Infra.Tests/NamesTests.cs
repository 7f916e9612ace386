using System.Text.RegularExpressions;

namespace Plumbline.Infra.Tests;

/// <summary>Names are ones that Azure takes, however an environment is called, and no two environments have one in common.</summary>
public sealed class NamesTests
{
    /// <summary>As long as azd lets it be, with every sign that it lets be in it.</summary>
    private const string LongName = "Account-Governance_of.the(Northern)Region-2026-production-copy-b";

    /// <summary>Azure's rules for the last part of a name.</summary>
    private static readonly Dictionary<string, string> Rules = new()
    {
        ["Microsoft.Resources/resourceGroups"] = @"^[\w().-]{0,89}[\w()-]$",
        ["Microsoft.Storage/storageAccounts"] = "^[a-z0-9]{3,24}$",
        ["Microsoft.Storage/storageAccounts/blobServices/containers"] = "^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$",
        ["Microsoft.Storage/storageAccounts/queueServices/queues"] = "^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$",
        ["Microsoft.Storage/storageAccounts/tableServices/tables"] = "^[a-z][a-z0-9]{2,62}$",
        ["Microsoft.Storage/storageAccounts/localUsers"] = "^[a-z0-9.]{3,64}$",
        ["Microsoft.ServiceBus/namespaces"] = "^(?!.*(-sb|-mgmt|-)$)[A-Za-z][A-Za-z0-9-]{5,49}$",
        ["Microsoft.ServiceBus/namespaces/topics"] = @"^\w[\w.~-]{0,259}$",
        ["Microsoft.ServiceBus/namespaces/topics/subscriptions"] = @"^\w[\w.-]{0,49}$",
        ["Microsoft.ServiceBus/namespaces/topics/subscriptions/rules"] = @"^[\w$][\w.-]{0,49}$",
        ["Microsoft.KeyVault/vaults"] = "^(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$",
        // Beyond 32 signs the ids of two hosts could be the same.
        ["Microsoft.Web/sites"] = "^[A-Za-z0-9][A-Za-z0-9-]{0,30}[A-Za-z0-9]$",
        ["Microsoft.Web/serverfarms"] = "^[A-Za-z0-9-]{1,40}$",
        ["Microsoft.Web/connections"] = @"^[\w().-]{1,80}$",
        ["Microsoft.Logic/workflows"] = @"^[\w().-]{1,43}$",
        ["Microsoft.ManagedIdentity/userAssignedIdentities"] = @"^[A-Za-z0-9][\w-]{2,127}$",
        ["Microsoft.OperationalInsights/workspaces"] = "^[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]$",
        ["Microsoft.Insights/components"] = @"^[\w().-]{1,254}[\w()-]$",
        ["Microsoft.Insights/actionGroups"] = @"^[\w-]{1,260}$",
        ["Microsoft.Insights/metricAlerts"] = @"^[\w-]{1,260}$",
        ["Microsoft.Insights/scheduledQueryRules"] = @"^[\w-]{1,260}$",
        ["Microsoft.Network/virtualNetworks"] = @"^[A-Za-z0-9][\w.-]{0,62}\w$",
        ["Microsoft.Network/privateEndpoints"] = @"^[A-Za-z0-9][\w.-]{0,62}\w$",
    };

    [BicepFact]
    public void Names_keep_Azures_rules_for_a_long_name_of_the_environment()
    {
        Assert.Equal(64, LongName.Length);
        string parameters = $"""
            using '../main.bicep'
            param environmentName = '{LongName}'
            param location = 'uksouth'
            param privateNetwork = true
            param postToTeams = true
            param sftpPublicKey = 'ssh-ed25519 AAAA'
            """;
        Resource[] named = [.. Deployment.Of(parameters).Resources.Where(r => Rules.ContainsKey(r.Type))];
        Assert.Equal(Rules.Keys.Order(StringComparer.Ordinal), named.Select(r => r.Type).Distinct().Order(StringComparer.Ordinal));
        Assert.All(named, r => Assert.Matches(new Regex(Rules[r.Type], RegexOptions.ECMAScript), r.OwnName));
    }

    [BicepFact]
    public void The_short_name_of_the_action_group_has_at_most_12_signs() =>
        Assert.Matches("^.{1,12}$", (string?)Deployment.OfShipped("plain").Only("Microsoft.Insights/actionGroups").At("properties.groupShortName"));

    [BicepFact]
    public void Two_environments_of_one_subscription_have_no_resource_and_no_name_in_common()
    {
        Deployment first = Named("plumbline-test", Deployment.Subscription), second = Named("plumbline-test2", Deployment.Subscription);
        Assert.Empty(first.Resources.Select(r => r.Id).Intersect(second.Resources.Select(r => r.Id), StringComparer.OrdinalIgnoreCase));
        Assert.Empty(Worldwide(first).Intersect(Worldwide(second)));
    }

    [BicepFact]
    public void Environments_of_one_name_in_two_subscriptions_have_no_worldwide_name_in_common()
    {
        const string Another = "44444444-4444-4444-4444-444444444444";
        Deployment first = Named("plumbline-test", Deployment.Subscription), second = Named("plumbline-test", Another);
        Assert.Empty(Worldwide(first).Intersect(Worldwide(second)));
    }

    private static Deployment Named(string environment, string subscription) => Deployment.Of($"""
        using '../main.bicep'
        param environmentName = '{environment}'
        param location = 'uksouth'
        """, subscription);

    /// <summary>Names that can be there once in all of Azure.</summary>
    private static string[] Worldwide(Deployment deployment)
    {
        string[] types =
            ["Microsoft.Storage/storageAccounts", "Microsoft.ServiceBus/namespaces", "Microsoft.KeyVault/vaults", "Microsoft.Web/sites"];
        string[] names = [.. deployment.Resources.Where(r => types.Contains(r.Type)).Select(r => r.Name)];
        Assert.Equal(5, names.Length);
        return names;
    }
}
