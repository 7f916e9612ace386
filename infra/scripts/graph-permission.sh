#!/usr/bin/env bash
# Lets the app read the calendars of every mailbox (Calendars.ReadBasic.All: no bodies, no attachments) where the parameter `calendars` is
# `every-mailbox`, and takes that permission back where it is not. It adds up with what exchange-rbac.sh grants: there is never need of both.
#   bash infra/scripts/graph-permission.sh
# Needs az and azd, signed in, and the right to grant application permissions.
set -euo pipefail
graph=00000003-0000-0000-c000-000000000000
read_basic=8ba4a692-bc31-4128-9094-475872af8a53
app=$(azd env get-value PLUMBLINE_IDENTITY_PRINCIPAL_ID)
calendars=$(azd env get-value PLUMBLINE_CALENDARS)
grants="https://graph.microsoft.com/v1.0/servicePrincipals/$app/appRoleAssignments"

granted=$(az rest --method get --url "$grants" --query "value[?appRoleId=='$read_basic'].id" --output tsv)
if [ "$calendars" = every-mailbox ]; then
  if [ -n "$granted" ]; then echo "Calendars.ReadBasic.All is granted already."; exit 0; fi
  resource=$(az ad sp show --id "$graph" --query id --output tsv)
  az rest --method post --url "$grants" --body "{\"principalId\":\"$app\",\"resourceId\":\"$resource\",\"appRoleId\":\"$read_basic\"}" --output none
  echo "Granted Calendars.ReadBasic.All: the app can read every mailbox's calendar."
else
  for grant in $granted; do az rest --method delete --url "$grants/$grant"; done
  echo "Calendars is '$calendars': the app has no permission of Microsoft Graph for calendars."
fi
