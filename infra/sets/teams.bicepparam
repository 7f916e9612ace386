// Calendars of every mailbox; somebody feeds the container, and Teams is told at once.
using '../main.bicep'

param environmentName = 'plumbline-teams'
param location = 'uksouth'
param calendars = 'every-mailbox'
param feederPrincipalId = '00000000-0000-0000-0000-000000000000'
param operationsEmail = 'operations@example.com'
param postToTeams = true
