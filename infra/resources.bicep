// Everything of one environment, in one resource group. Names carry a token of the group and the environment, so that no two collide.
param environmentName string
param location string = resourceGroup().location

@allowed(['files', 'every-mailbox', 'chosen-mailboxes'])
param calendars string = 'files'

@minValue(0)
@maxValue(20)
param alwaysReady int = 1
param accountKeyAccess bool = false
param sftpPublicKey string = ''
param signInClientId string = ''
param operationsEmail string = ''
param feederPrincipalId string = ''
param privateNetwork bool = false
param postToTeams bool = false

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param resultsCopies string = 'Standard_LRS'

@description('Settings whose values lie in the vault: the name of each, with `__` for `:`, and that of its secret.')
param vaultSettings { *: string } = {}

var token = uniqueString(resourceGroup().id, environmentName)
var name = 'plumbline-${token}'
var hostAccount = 'plhost${token}'
var resultsAccount = 'plresults${token}'
var vaultName = 'plvault-${token}'
var teamsName = '${name}-teams'
var tags = { 'azd-env-name': environmentName }

module identity 'modules/identity.bicep' = {
  params: { name: name, location: location, tags: tags }
}

module host 'modules/host-storage.bicep' = {
  params: { name: hostAccount, location: location, tags: tags, privateNetwork: privateNetwork }
}

module results 'modules/results-storage.bicep' = {
  params: {
    name: resultsAccount
    location: location
    tags: tags
    copies: resultsCopies
    accountKeyAccess: accountKeyAccess
    sftpPublicKey: sftpPublicKey
    privateNetwork: privateNetwork
  }
}

module bus 'modules/bus.bicep' = {
  params: { name: name, location: location, tags: tags }
}

module vault 'modules/vault.bicep' = {
  params: { name: vaultName, location: location, tags: tags, privateNetwork: privateNetwork, openToDeployments: postToTeams }
}

module monitoring 'modules/monitoring.bicep' = {
  params: { workspaceName: name, insightsName: name, location: location, tags: tags }
}

module network 'modules/network.bicep' = if (privateNetwork) {
  params: {
    name: name
    location: location
    tags: tags
    hostAccount: hostAccount
    resultsAccount: resultsAccount
    vault: vaultName
  }
  dependsOn: [host, results, vault]
}

resource secrets 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

module teams 'modules/teams.bicep' = if (postToTeams) {
  params: { name: teamsName, location: location, tags: tags, busHost: bus.outputs.host, address: secrets.getSecret('teams-webhook-url') }
}

module access 'access.bicep' = {
  params: {
    appName: name
    appPrincipalId: identity.outputs.principalId
    feederPrincipalId: feederPrincipalId
    teamsName: postToTeams ? teamsName : ''
    teamsPrincipalId: teams.?outputs.principalId ?? ''
    hostAccount: hostAccount
    resultsAccount: resultsAccount
    bus: name
    insightsName: name
    vault: vaultName
    secretNames: union(map(items(vaultSettings), setting => setting.value), [])
  }
  // Through the Logic App it waits for the bus only where there is one.
  #disable-next-line no-unnecessary-dependson
  dependsOn: [host, results, bus, monitoring, vault]
}

// The names are those that the app and the Functions host read; tests hold them to that.
var settings = {
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.outputs.clientId};Authorization=AAD'
  APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connection
  AZURE_CLIENT_ID: identity.outputs.clientId
  AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
  AzureWebJobsStorage__blobServiceUri: host.outputs.blobs
  AzureWebJobsStorage__clientId: identity.outputs.clientId
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__queueServiceUri: host.outputs.queues
  AzureWebJobsStorage__tableServiceUri: host.outputs.tables
  Exports__blobServiceUri: results.outputs.blobs
  Graph__Calendars: calendars == 'files' ? 'no' : 'yes'
  ServiceBus__fullyQualifiedNamespace: bus.outputs.host
  Tables__serviceUri: results.outputs.tables
}
var referrals = toObject(items(vaultSettings), s => s.key, s => '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=${s.value})')

module functions 'modules/functions.bicep' = {
  params: {
    name: name
    planName: name
    location: location
    tags: tags
    identity: { id: identity.outputs.id, clientId: identity.outputs.clientId }
    packages: host.outputs.packages
    alwaysReady: alwaysReady
    subnet: network.?outputs.functionsSubnet ?? ''
    settings: union(settings, referrals)
  }
  // The app finds its rights there when it starts.
  dependsOn: [access]
}

module signIn 'modules/sign-in.bicep' = if (!empty(signInClientId)) {
  params: { siteName: name, clientId: signInClientId }
  dependsOn: [functions]
}

module operations 'modules/operations.bicep' = {
  params: { prefix: name, location: location, tags: tags, workspaceId: monitoring.outputs.workspaceId, bus: name, email: operationsEmail }
  dependsOn: [bus]
}

module diagnostics 'modules/diagnostics.bicep' = {
  params: {
    workspaceId: monitoring.outputs.workspaceId
    functionApp: name
    bus: name
    vault: vaultName
    resultsAccount: resultsAccount
  }
  dependsOn: [bus, vault, results, functions]
}

output address string = functions.outputs.address
output functionApp string = functions.outputs.name
output identityClientId string = identity.outputs.clientId
output identityPrincipalId string = identity.outputs.principalId
output resultsAccount string = results.outputs.name
output vault string = vault.outputs.name
