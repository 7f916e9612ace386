// What the services themselves keep of what happened, in the workspace. Reads and rows of tables are left out: a run writes thousands.
param workspaceId string
param functionApp string
param bus string
param vault string
param resultsAccount string

var name = 'to-workspace'

resource site 'Microsoft.Web/sites@2024-11-01' existing = {
  name: functionApp
}

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: bus
}

resource secrets 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vault
}

resource results 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: resultsAccount

  resource blobs 'blobServices' existing = {
    name: 'default'
  }
}

resource ofSite 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: site
  name: name
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'FunctionAppLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

// Who changed entities, and who was let in or not.
resource ofBus 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: namespace
  name: name
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

// Who read which secret.
resource ofVault 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: secrets
  name: name
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'audit', enabled: true }]
  }
}

// Who delivered and deleted exports.
resource ofExports 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: results::blobs
  name: name
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}
