// Every right of every identity, and why it has it. Each is on the smallest thing that Azure can grant it on; none is on the resource group
// or the subscription, and none reads a key.
//
// | who | role | on | why |
// |---|---|---|---|
// | app | Storage Blob Data Owner | host account | the host keeps its leases and timers there, and fetches the deployed package |
// | app | Storage Queue Data Contributor | host account | sends and takes runs in queue `evaluations`; the host makes its poison queue |
// | app | Storage Table Data Contributor | host account | the host writes its diagnostic events |
// | app | Storage Table Data Contributor | results account | writes the results, the alerts and their outbox |
// | app | Storage Blob Data Contributor | container exports | reads the exports, and keeps those that it is sent |
// | app | Azure Service Bus Data Sender | topic alerts | sends each transition of an alert |
// | app | Key Vault Secrets User | secret | reads that secret for a setting, for each that vaultSettings names |
// | app | Monitoring Metrics Publisher | Application Insights | writes logs, traces and metrics without a key |
// | feeder | Storage Blob Data Contributor | container exports | uploads the exports, where feederPrincipalId names somebody |
// | Logic App | Azure Service Bus Data Receiver | subscription people | takes what it posts to Teams, where postToTeams is on |

@description('The name of the identity, which is known before it is made, and goes into the names of its grants.')
param appName string
param appPrincipalId string
param feederPrincipalId string

@description('The Logic App; empty without one.')
param teamsName string
param teamsPrincipalId string
param hostAccount string
param resultsAccount string
param bus string
param vault string

@description('The names of the secrets that settings of the app refer to. Each must lie in the vault.')
param secretNames string[]
param insightsName string

resource blobOwner 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {
  scope: subscription()
  name: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
}

resource blobContributor 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {
  scope: subscription()
  name: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
}

resource queueContributor 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {
  scope: subscription()
  name: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
}

resource tableContributor 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {
  scope: subscription()
  name: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource busSender 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {
  scope: subscription()
  name: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
}

resource busReceiver 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {
  scope: subscription()
  name: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
}

resource secretsUser 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {
  scope: subscription()
  name: '4633458b-17de-408a-b874-0445c86b69e6'
}

resource metricsPublisher 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {
  scope: subscription()
  name: '3913510d-42f4-4e42-8a64-420c390055eb'
}

resource host 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: hostAccount
}

resource results 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: resultsAccount

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource exports 'containers' existing = {
      name: 'exports'
    }
  }
}

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: bus

  resource alerts 'topics' existing = {
    name: 'alerts'

    resource people 'subscriptions' existing = {
      name: 'people'
    }
  }
}

resource secrets 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vault
}

resource secret 'Microsoft.KeyVault/vaults/secrets@2024-11-01' existing = [for name in secretNames: {
  parent: secrets
  name: name
}]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource hostBlobs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: host
  name: guid(host.id, appName, blobOwner.id)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: blobOwner.id }
}

resource hostQueues 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: host
  name: guid(host.id, appName, queueContributor.id)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: queueContributor.id }
}

resource hostTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: host
  name: guid(host.id, appName, tableContributor.id)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: tableContributor.id }
}

resource resultTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: results
  name: guid(results.id, appName, tableContributor.id)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: tableContributor.id }
}

resource exports 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: results::blobs::exports
  name: guid(results::blobs::exports.id, appName, blobContributor.id)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: blobContributor.id }
}

resource topic 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: namespace::alerts
  name: guid(namespace::alerts.id, appName, busSender.id)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: busSender.id }
}

resource secretOfApp 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (name, i) in secretNames: {
  scope: secret[i]
  name: guid(secret[i].id, appName, secretsUser.id)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: secretsUser.id }
}]

resource telemetry 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, appName, metricsPublisher.id)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: metricsPublisher.id }
}

// A person, a group or a machine: Azure looks which.
resource exportsOfFeeder 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(feederPrincipalId)) {
  scope: results::blobs::exports
  name: guid(results::blobs::exports.id, feederPrincipalId, blobContributor.id)
  properties: { principalId: feederPrincipalId, roleDefinitionId: blobContributor.id }
}

resource people 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(teamsName)) {
  scope: namespace::alerts::people
  name: guid(namespace::alerts::people.id, teamsName, busReceiver.id)
  properties: { principalId: teamsPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: busReceiver.id }
}
