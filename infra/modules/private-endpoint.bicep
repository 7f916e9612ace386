// A private address of one service, and its name in the zone.
param name string
param location string
param tags { *: string }
param subnetId string

@description('The resource that is reached by it, and which of its services.')
param serviceId string
param part string
param zoneId string

resource private 'Microsoft.Network/privateEndpoints@2024-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [{ name: part, properties: { privateLinkServiceId: serviceId, groupIds: [part] } }]
  }
}

resource inZone 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2024-07-01' = {
  parent: private
  name: 'default'
  properties: { privateDnsZoneConfigs: [{ name: part, properties: { privateDnsZoneId: zoneId } }] }
}
