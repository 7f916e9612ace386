#!/usr/bin/env bash
# Lets the app read the calendars of one group's members (RBAC for Applications of Exchange Online) where the parameter `calendars` is
# `chosen-mailboxes`, and takes that right back where it is not. It refuses while graph-permission.sh's permission opens every mailbox.
#   bash infra/scripts/exchange-rbac.sh GROUP@example.com
# Needs az and azd, signed in; PowerShell 7 with the module ExchangeOnlineManagement; and the role Organization Management.
# Exchange takes up to two hours until it heeds a change.
set -euo pipefail
read_basic=8ba4a692-bc31-4128-9094-475872af8a53
app=$(azd env get-value PLUMBLINE_IDENTITY_PRINCIPAL_ID)
client=$(azd env get-value PLUMBLINE_IDENTITY_CLIENT_ID)
calendars=$(azd env get-value PLUMBLINE_CALENDARS)
name="plumbline-$(azd env get-value AZURE_ENV_NAME)"
export PLUMBLINE_APP_ID=$client PLUMBLINE_OBJECT_ID=$app PLUMBLINE_NAME=$name

if [ "$calendars" != chosen-mailboxes ]; then
  pwsh -NoProfile -Command '
    $ErrorActionPreference = "Stop"
    Connect-ExchangeOnline -ShowBanner:$false
    Get-ManagementRoleAssignment -Identity $env:PLUMBLINE_NAME -ErrorAction SilentlyContinue | Remove-ManagementRoleAssignment -Confirm:$false'
  echo "Calendars is '$calendars': the app has no right of Exchange's."
  exit 0
fi

group=${1:?"usage: bash infra/scripts/exchange-rbac.sh GROUP@example.com"}
granted=$(az rest --method get --url "https://graph.microsoft.com/v1.0/servicePrincipals/$app/appRoleAssignments" \
  --query "value[?appRoleId=='$read_basic'].id" --output tsv)
if [ -n "$granted" ]; then
  echo "The app may read every mailbox, which a scope does not narrow. First: bash infra/scripts/graph-permission.sh" >&2
  exit 1
fi
PLUMBLINE_GROUP=$group pwsh -NoProfile -Command '
  $ErrorActionPreference = "Stop"
  Connect-ExchangeOnline -ShowBanner:$false
  $name = $env:PLUMBLINE_NAME
  $quote = [char]39
  $filter = "MemberOfGroup -eq $quote$((Get-Group -Identity $env:PLUMBLINE_GROUP).DistinguishedName)$quote"
  if (-not (Get-ServicePrincipal -Identity $env:PLUMBLINE_OBJECT_ID -ErrorAction SilentlyContinue)) {
    New-ServicePrincipal -AppId $env:PLUMBLINE_APP_ID -ObjectId $env:PLUMBLINE_OBJECT_ID -DisplayName $name
  }
  if (Get-ManagementScope -Identity $name -ErrorAction SilentlyContinue) {
    Set-ManagementScope -Identity $name -RecipientRestrictionFilter $filter
  } else {
    New-ManagementScope -Name $name -RecipientRestrictionFilter $filter
  }
  if (-not (Get-ManagementRoleAssignment -Identity $name -ErrorAction SilentlyContinue)) {
    New-ManagementRoleAssignment -Name $name -App $env:PLUMBLINE_APP_ID -Role "Application Calendars.Read" -CustomResourceScope $name
  }
  Test-ServicePrincipalAuthorization -Identity $env:PLUMBLINE_OBJECT_ID | Format-Table'
echo "The app can read the calendars of the members of $group."
