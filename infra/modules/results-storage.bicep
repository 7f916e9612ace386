// The storage account of the firm's data: the container of exports, and the tables that people and Power BI read.
param name string
param location string
param tags { *: string }
param copies string
param accountKeyAccess bool
param sftpPublicKey string
param privateNetwork bool

var sftp = !empty(sftpPublicKey)
var tableNames = ['accounts', 'measures', 'people', 'findings', 'scores', 'alerts', 'transitions', 'ageing', 'runs', 'sources', 'observations']

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: copies }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: accountKeyAccess
    defaultToOAuthAuthentication: true
    // SFTP needs a hierarchical namespace, which an account has from its first day or never.
    isHnsEnabled: sftp
    isSftpEnabled: sftp
    isLocalUserEnabled: sftp
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: privateNetwork ? 'Deny' : 'Allow', bypass: 'None' }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-01-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: { enabled: true, days: 30 }
    containerDeleteRetentionPolicy: { enabled: true, days: 30 }
  }
}

resource exports 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-01-01' = {
  parent: blobs
  name: 'exports'
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2025-01-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-01-01' = [for name in tableNames: {
  parent: tables
  name: name
}]

// Reads, writes and lists in the container of exports, and nothing else of the account.
resource feeder 'Microsoft.Storage/storageAccounts/localUsers@2025-01-01' = if (sftp) {
  parent: account
  name: 'exports'
  properties: {
    hasSharedKey: false
    hasSshPassword: false
    hasSshKey: true
    homeDirectory: exports.name
    permissionScopes: [{ service: 'blob', resourceName: exports.name, permissions: 'rwl' }]
    sshAuthorizedKeys: [{ description: 'The feeder of exports', key: sftpPublicKey }]
  }
}

output name string = account.name
output exports string = exports.name
output blobs string = account.properties.primaryEndpoints.blob
output tables string = account.properties.primaryEndpoints.table
