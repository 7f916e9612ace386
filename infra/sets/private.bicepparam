// No key anywhere, the data behind private endpoints and copied over zones, calendars of chosen mailboxes.
using '../main.bicep'

param environmentName = 'plumbline-private'
param location = 'uksouth'
param calendars = 'chosen-mailboxes'
param privateNetwork = true
param resultsCopies = 'Standard_ZRS'
param signInClientId = '00000000-0000-0000-0000-000000000000'
param operationsEmail = 'operations@example.com'
