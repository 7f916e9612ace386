// As `azd up` deploys without a word: files, one instance always ready, no keys, a public network.
using '../main.bicep'

param environmentName = 'plumbline'
param location = 'uksouth'
