// No key opens an account; the data lies behind private endpoints and is copied over zones; invoices.csv is delivered by request.
using '../main.bicep'

param environmentName = 'plumbline-private'
param location = 'uksouth'
param calendars = 'chosen-mailboxes'
param privateNetwork = true
param resultsCopies = 'Standard_ZRS'
param signInClientId = '00000000-0000-0000-0000-000000000000'
param operationsEmail = 'operations@example.com'
param vaultSettings = { Exports__Keys__invoices_csv: 'export-key-invoices' }
