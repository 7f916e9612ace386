// What `azd up` deploys: one resource group, and everything of one environment in it. It is the only file at subscription scope.
targetScope = 'subscription'

@description('The name of the azd environment. The resource group is called after it.')
@minLength(1)
@maxLength(64)
param environmentName string

@description('The region of everything.')
@metadata({ azd: { type: 'location' } })
param location string

@description('Where calendars come from: files in the container, or Microsoft Graph, which opens every mailbox or chosen ones.')
@allowed(['files', 'every-mailbox', 'chosen-mailboxes'])
param calendars string = 'files'

@description('HTTP instances that never go to sleep; 0 lets the app scale to zero.')
@minValue(0)
@maxValue(20)
param alwaysReady int = 1

@description('Opens the results account to its account key, which the table connector of Power BI needs.')
param accountKeyAccess bool = false

@description('An SSH public key that may upload exports by SFTP; empty turns SFTP off. Decide it before the first deployment.')
param sftpPublicKey string = ''

@description('The client id of the Entra application of the pages; empty turns sign-in off.')
param signInClientId string = ''

@description('Who is told of operations alerts; empty: they show in the portal alone.')
param operationsEmail string = ''

@description('The object id of who may upload exports: a person, a group or a machine; empty: nobody but by SFTP.')
param feederPrincipalId string = ''

@description('Puts the storage accounts and the vault behind private endpoints.')
param privateNetwork bool = false

@description('Posts the messages of subscription `people` to Teams. Its address lies in the vault, as secret `teams-webhook-url`.')
param postToTeams bool = false

@description('How the results account is copied: locally, over zones, or to another region.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param resultsCopies string = 'Standard_LRS'

@description('Settings whose values lie in the vault: the name of each, with `__` for `:`, and that of its secret.')
param vaultSettings { *: string } = {}

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: { 'azd-env-name': environmentName }
}

module resources 'resources.bicep' = {
  scope: group
  params: {
    environmentName: environmentName
    location: location
    calendars: calendars
    alwaysReady: alwaysReady
    accountKeyAccess: accountKeyAccess
    sftpPublicKey: sftpPublicKey
    signInClientId: signInClientId
    operationsEmail: operationsEmail
    feederPrincipalId: feederPrincipalId
    privateNetwork: privateNetwork
    postToTeams: postToTeams
    resultsCopies: resultsCopies
    vaultSettings: vaultSettings
  }
}

output AZURE_LOCATION string = location
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_TENANT_ID string = tenant().tenantId
output PLUMBLINE_ADDRESS string = resources.outputs.address
output PLUMBLINE_CALENDARS string = calendars
output PLUMBLINE_FUNCTION_APP string = resources.outputs.functionApp
output PLUMBLINE_IDENTITY_CLIENT_ID string = resources.outputs.identityClientId
output PLUMBLINE_IDENTITY_PRINCIPAL_ID string = resources.outputs.identityPrincipalId
output PLUMBLINE_RESULTS_ACCOUNT string = resources.outputs.resultsAccount
output PLUMBLINE_VAULT string = resources.outputs.vault
