// Every right of every identity, and why it has it. Each is on the smallest thing that Azure can grant it on; none is on the resource group
// or the subscription, and none reads a key.
//
// | who | role | on | why |
// |---|---|---|---|
// | app | Storage Blob Data Owner | host account | the host keeps its leases and timers there, and fetches the deployed package |
// | app | Storage Queue Data Contributor | host account | sends and takes the runs in the queue `evaluations`; the host makes its poison queue |
// | app | Storage Table Data Contributor | host account | the host writes its diagnostic events |
// | app | Storage Table Data Contributor | results account | writes the results, the alerts and their outbox |
// | app | Storage Blob Data Contributor | container exports | reads the exports, and keeps those that it is sent |
// | app | Azure Service Bus Data Sender | topic alerts | sends each transition of an alert |
// | app | Monitoring Metrics Publisher | Application Insights | writes logs, traces and metrics without a key |
// | feeder | Storage Blob Data Contributor | container exports | uploads the exports, where feederPrincipalId names somebody |
// | Logic App | Azure Service Bus Data Receiver | subscription people | takes the messages that it posts to Teams, where postToTeams is on |

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
param insightsName string

var roles = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  busSender: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
  busReceiver: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
  metricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}

resource host 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostAccount
}

resource results 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
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

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource onHost 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in [roles.blobOwner, roles.queueContributor, roles.tableContributor]: {
  scope: host
  name: guid(host.id, appName, role)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role) }
}]

resource onResults 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: results
  name: guid(results.id, appName, roles.tableContributor)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.tableContributor) }
}

resource onExports 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: results::blobs::exports
  name: guid(results::blobs::exports.id, appName, roles.blobContributor)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor) }
}

resource onTopic 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: namespace::alerts
  name: guid(namespace::alerts.id, appName, roles.busSender)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.busSender) }
}

resource onInsights 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, appName, roles.metricsPublisher)
  properties: { principalId: appPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.metricsPublisher) }
}

// A person, a group or a machine: Azure looks which.
resource feeder 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(feederPrincipalId)) {
  scope: results::blobs::exports
  name: guid(results::blobs::exports.id, feederPrincipalId, roles.blobContributor)
  properties: { principalId: feederPrincipalId, roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor) }
}

resource onPeople 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(teamsName)) {
  scope: namespace::alerts::people
  name: guid(namespace::alerts::people.id, teamsName, roles.busReceiver)
  properties: { principalId: teamsPrincipalId, principalType: 'ServicePrincipal', roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.busReceiver) }
}
