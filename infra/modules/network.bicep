// A network of the app's own: it goes out through one subnet, and finds the accounts and the vault by private addresses in another.
// The Standard tier of Service Bus has no private endpoints: the bus keeps its public address, and lets in identities alone.
param name string
param location string
param tags { *: string }
param hostAccount string
param resultsAccount string
param vault string

type endpoint = {
  name: string
  target: string
  part: string

  @description('Which of the zones.')
  zone: int
}

var storage = environment().suffixes.storage
var zones = [
  'privatelink.blob.${storage}'
  'privatelink.queue.${storage}'
  'privatelink.table.${storage}'
  'privatelink${replace(environment().suffixes.keyvaultDns, '.vault.', '.vaultcore.')}'
]
var endpoints endpoint[] = [
  { name: 'host-blob', target: host.id, part: 'blob', zone: 0 }
  { name: 'host-queue', target: host.id, part: 'queue', zone: 1 }
  { name: 'host-table', target: host.id, part: 'table', zone: 2 }
  { name: 'results-blob', target: results.id, part: 'blob', zone: 0 }
  { name: 'results-table', target: results.id, part: 'table', zone: 2 }
  { name: 'vault', target: secrets.id, part: 'vault', zone: 3 }
]

resource host 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: hostAccount
}

resource results 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: resultsAccount
}

resource secrets 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vault
}

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/24'] }
    subnets: [
      {
        name: 'functions'
        properties: {
          addressPrefix: '10.20.0.0/26'
          delegations: [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      { name: 'endpoints', properties: { addressPrefix: '10.20.0.64/27' } }
    ]
  }

  resource functions 'subnets' existing = {
    name: 'functions'
  }

  resource inside 'subnets' existing = {
    name: 'endpoints'
  }
}

resource zone 'Microsoft.Network/privateDnsZones@2024-06-01' = [for one in zones: {
  name: one
  location: 'global'
  tags: tags
}]

resource link 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (one, i) in zones: {
  parent: zone[i]
  name: name
  location: 'global'
  tags: tags
  properties: { virtualNetwork: { id: network.id }, registrationEnabled: false }
}]

module private 'private-endpoint.bicep' = [for one in endpoints: {
  params: {
    name: '${name}-${one.name}'
    location: location
    tags: tags
    subnetId: network::inside.id
    serviceId: one.target
    part: one.part
    zoneId: zone[one.zone].id
  }
}]

output functionsSubnet string = network::functions.id
