// Power BI reads the tables by the account key; exports arrive by SFTP; no instance waits while nothing is asked.
using '../main.bicep'

param environmentName = 'plumbline-power-bi'
param location = 'uksouth'
param alwaysReady = 0
param accountKeyAccess = true
param sftpPublicKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA feeder'
