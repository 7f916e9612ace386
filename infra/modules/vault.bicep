// The vault of secrets. People put them in, by the commands of the README; the template holds none.
param name string
param location string
param tags { *: string }
param privateNetwork bool

@description('Deployments may read secrets: the address of Teams is handed to its Logic App so.')
param openToDeployments bool

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: openToDeployments
    enableSoftDelete: true
    enablePurgeProtection: true
    // The shortest there is: the name of a deleted environment's vault is free again after it.
    softDeleteRetentionInDays: 7
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: privateNetwork ? 'Deny' : 'Allow', bypass: openToDeployments ? 'AzureServices' : 'None' }
  }
}

output name string = vault.name
