namespace Plumbline.Infra.Tests;

/// <summary>Every door for keys, passwords and plain connections is shut, but for the two that a parameter opens.</summary>
public sealed class ClosedDoorsTests
{
    private static readonly (string Type, string Property, string Value)[] Doors =
    [
        ("Microsoft.Storage/storageAccounts", "properties.minimumTlsVersion", "\"TLS1_2\""),
        ("Microsoft.Storage/storageAccounts", "properties.supportsHttpsTrafficOnly", "true"),
        ("Microsoft.Storage/storageAccounts", "properties.allowBlobPublicAccess", "false"),
        ("Microsoft.Storage/storageAccounts", "properties.allowCrossTenantReplication", "false"),
        ("Microsoft.Storage/storageAccounts/blobServices/containers", "properties.publicAccess", ""),
        ("Microsoft.ServiceBus/namespaces", "properties.disableLocalAuth", "true"),
        ("Microsoft.ServiceBus/namespaces", "properties.minimumTlsVersion", "\"1.2\""),
        ("Microsoft.KeyVault/vaults", "properties.enableRbacAuthorization", "true"),
        ("Microsoft.KeyVault/vaults", "properties.enableSoftDelete", "true"),
        ("Microsoft.KeyVault/vaults", "properties.enablePurgeProtection", "true"),
        ("Microsoft.KeyVault/vaults", "properties.accessPolicies", ""),
        ("Microsoft.OperationalInsights/workspaces", "properties.features.disableLocalAuth", "true"),
        ("Microsoft.Insights/components", "properties.DisableLocalAuth", "true"),
        ("Microsoft.Web/sites", "properties.httpsOnly", "true"),
        ("Microsoft.Web/sites", "properties.siteConfig.minTlsVersion", "\"1.2\""),
        ("Microsoft.Web/sites", "properties.siteConfig.scmMinTlsVersion", "\"1.2\""),
        ("Microsoft.Web/sites", "properties.siteConfig.ftpsState", "\"Disabled\""),
        ("Microsoft.Web/sites", "identity.type", "\"UserAssigned\""),
        ("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "properties.allow", "false"),
    ];

    /// <summary>Types that no key or password opens.</summary>
    private static readonly string[] WithoutDoors =
    [
        "Microsoft.Authorization/roleAssignments", "Microsoft.Insights/actionGroups", "Microsoft.Insights/diagnosticSettings",
        "Microsoft.Insights/metricAlerts", "Microsoft.Insights/scheduledQueryRules", "Microsoft.ManagedIdentity/userAssignedIdentities",
        "Microsoft.Network/privateDnsZones",
        "Microsoft.Network/privateDnsZones/virtualNetworkLinks", "Microsoft.Network/privateEndpoints",
        "Microsoft.Network/privateEndpoints/privateDnsZoneGroups", "Microsoft.Network/virtualNetworks",
        "Microsoft.Resources/resourceGroups",
        "Microsoft.ServiceBus/namespaces/topics",
        "Microsoft.ServiceBus/namespaces/topics/subscriptions", "Microsoft.ServiceBus/namespaces/topics/subscriptions/rules",
        "Microsoft.Storage/storageAccounts/blobServices", "Microsoft.Storage/storageAccounts/queueServices",
        "Microsoft.Storage/storageAccounts/queueServices/queues",
        "Microsoft.Storage/storageAccounts/tableServices", "Microsoft.Storage/storageAccounts/tableServices/tables",
        "Microsoft.Web/serverfarms", "Microsoft.Web/sites/config",
    ];

    /// <summary>Tests of their own look at these.</summary>
    private static readonly string[] LookedAt =
        ["Microsoft.Logic/workflows", "Microsoft.Web/connections", "Microsoft.Storage/storageAccounts/localUsers"];

    [BicepFact]
    public void Every_door_is_shut_in_every_set() =>
        Assert.Empty(from deployment in Deployment.All
                     from door in Doors
                     from resource in deployment.OfType(door.Type)
                     let found = resource.Text(door.Property)
                     where found != door.Value
                     select $"{resource.Id}: {door.Property} is {found}, and {door.Value} is expected");

    [BicepFact]
    public void No_type_of_resource_is_overlooked() =>
        Assert.Equal(
            Doors.Select(d => d.Type).Concat(WithoutDoors).Concat(LookedAt).Distinct().Order(StringComparer.Ordinal),
            Deployment.All.SelectMany(d => d.Resources).Select(r => r.Type).Distinct().Order(StringComparer.Ordinal));

    [BicepFact]
    public void An_account_key_opens_the_results_account_where_the_parameter_says_so_and_no_other_account() =>
        Assert.Equal(["plresults power-bi"], Having("properties.allowSharedKeyAccess", "true"));

    [BicepFact]
    public void Sftp_opens_the_results_account_where_there_is_a_public_key_and_no_other_account()
    {
        Assert.Equal(["plresults power-bi"], Having("properties.isSftpEnabled", "true"));
        Assert.Equal(["plresults power-bi"], Having("properties.isLocalUserEnabled", "true"));
    }

    [BicepFact]
    public void Who_comes_by_sftp_has_a_public_key_and_the_container_of_exports_alone()
    {
        Resource user = Assert.Single(Deployment.All.SelectMany(d => d.OfType("Microsoft.Storage/storageAccounts/localUsers")));
        Assert.Equal("false", user.Text("properties.hasSshPassword"));
        Assert.Equal("false", user.Text("properties.hasSharedKey"));
        Assert.Equal("""[{"service":"blob","resourceName":"exports","permissions":"rwl"}]""", user.Text("properties.permissionScopes"));
    }

    [BicepFact]
    public void The_way_to_Teams_opens_the_bus_by_an_identity()
    {
        Deployment teams = Deployment.OfShipped("teams");
        Assert.Equal("\"managedIdentityAuth\"", teams.Only("Microsoft.Web/connections").Text("properties.parameterValueSet.name"));
        Assert.Equal("\"SystemAssigned\"", teams.Only("Microsoft.Logic/workflows").Text("identity.type"));
    }

    [BicepFact]
    public void A_private_network_shuts_the_public_way_to_accounts_and_vault()
    {
        Deployment shut = Deployment.OfShipped("private");
        Resource[] services = [.. shut.OfType("Microsoft.Storage/storageAccounts"), .. shut.OfType("Microsoft.KeyVault/vaults")];
        string endpoints = string.Concat(shut.OfType("Microsoft.Network/privateEndpoints").Select(e => e.Text("properties")));
        Assert.All(services, service =>
        {
            Assert.Equal("\"Disabled\"", service.Text("properties.publicNetworkAccess"));
            Assert.Equal("\"Deny\"", service.Text("properties.networkAcls.defaultAction"));
            Assert.Contains($"\"privateLinkServiceId\":\"{service.Id}\"", endpoints, StringComparison.Ordinal);
        });
        Assert.NotEqual("null", shut.Only("Microsoft.Web/sites").Text("properties.virtualNetworkSubnetId"));
    }

    [BicepFact]
    public void Sign_in_lets_requests_without_it_pass_and_is_off_without_an_application()
    {
        Resource settings = Deployment.OfShipped("private").Only("Microsoft.Web/sites/config", "/authsettingsV2");
        Assert.Equal("true", settings.Text("properties.platform.enabled"));
        Assert.Equal("false", settings.Text("properties.globalValidation.requireAuthentication"));
        Assert.Equal("\"AllowAnonymous\"", settings.Text("properties.globalValidation.unauthenticatedClientAction"));
        Assert.DoesNotContain(Deployment.OfShipped("plain").Resources, r => r.OwnName == "authsettingsV2");
    }

    /// <summary>The kind of account and the set of parameters, of each account whose property is so.</summary>
    private static IEnumerable<string> Having(string property, string value) =>
        from set in Deployment.Sets
        from account in Deployment.OfShipped(set).OfType("Microsoft.Storage/storageAccounts")
        where account.Text(property) == value
        select $"{account.Name[..^13]} {set}";
}
