// Optional: a Logic App that takes each message of subscription `people` and posts it to Teams. A message that Teams refuses stays, and is
// a dead letter after ten tries.
param name string
param location string
param tags { *: string }

@description('The host name of the Service Bus namespace.')
param busHost string

@description('Where the workflow in Teams takes posts; who knows it can post.')
@secure()
param address string

var path = '/@{encodeURIComponent(encodeURIComponent(\'alerts\'))}/subscriptions/@{encodeURIComponent(\'people\')}/messages'
var busApi = subscriptionResourceId('Microsoft.Web/locations/managedApis', location, 'servicebus')

// The connection's type does not know that an identity opens it.
resource connection 'Microsoft.Web/connections@2016-06-01' = {
  name: '${name}-bus'
  location: location
  tags: tags
  properties: any({
    displayName: '${name}-bus'
    api: { id: busApi }
    parameterValueSet: { name: 'managedIdentityAuth', values: { namespaceEndpoint: { value: 'sb://${busHost}/' } } }
  })
}

resource workflow 'Microsoft.Logic/workflows@2019-05-01' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    state: 'Enabled'
    parameters: {
      address: { value: address }
      '$connections': {
        value: {
          servicebus: {
            id: busApi
            connectionId: connection.id
            connectionName: connection.name
            connectionProperties: { authentication: { type: 'ManagedServiceIdentity' } }
          }
        }
      }
    }
    definition: {
      '$schema': 'https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#'
      contentVersion: '1.0.0.0'
      parameters: {
        address: { type: 'SecureString' }
        '$connections': { type: 'Object', defaultValue: {} }
      }
      triggers: {
        Message: {
          type: 'ApiConnection'
          recurrence: { frequency: 'Minute', interval: 1 }
          inputs: {
            host: { connection: { name: '@parameters(\'$connections\')[\'servicebus\'][\'connectionId\']' } }
            method: 'get'
            path: '${path}/head/peek'
            queries: { sessionId: 'None', subscriptionType: 'Main' }
          }
        }
      }
      actions: {
        Alert: {
          type: 'Compose'
          runAfter: {}
          inputs: '@json(base64ToString(triggerBody()?[\'ContentData\']))?[\'data\']'
        }
        Post: {
          type: 'Http'
          runAfter: { Alert: ['Succeeded'] }
          runtimeConfiguration: { secureData: { properties: ['inputs'] } }
          inputs: {
            method: 'POST'
            uri: '@parameters(\'address\')'
            headers: { 'Content-Type': 'application/json' }
            body: loadJsonContent('teams-card.json')
          }
        }
        Complete: {
          type: 'ApiConnection'
          runAfter: { Post: ['Succeeded'] }
          inputs: {
            host: { connection: { name: '@parameters(\'$connections\')[\'servicebus\'][\'connectionId\']' } }
            method: 'delete'
            path: '${path}/complete'
            queries: { lockToken: '@triggerBody()?[\'LockToken\']', sessionId: '', subscriptionType: 'Main' }
          }
        }
      }
    }
  }
}

output principalId string = workflow.identity.principalId
