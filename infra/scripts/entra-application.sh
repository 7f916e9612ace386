#!/usr/bin/env bash
# Makes the Entra application of the pages, or brings it up to date: its roles, sign-in by id token, no secret.
#   bash infra/scripts/entra-application.sh && azd provision
# Needs az and azd, signed in, and the right to make applications.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
name="Plumbline $(azd env get-value AZURE_ENV_NAME)"
address=$(azd env get-value PLUMBLINE_ADDRESS)

id=$(az ad app list --display-name "$name" --query '[0].appId' --output tsv)
if [ -z "$id" ]; then
  id=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --query appId --output tsv)
fi
az ad app update --id "$id" --identifier-uris "api://$id" --web-redirect-uris "$address/.auth/login/aad/callback" \
  --enable-id-token-issuance true --app-roles "@$here/app-roles.json"
if ! az ad sp show --id "$id" --output none 2>/dev/null; then az ad sp create --id "$id" --output none; fi
# Who has no role gets no token.
az ad sp update --id "$id" --set appRoleAssignmentRequired=true
azd env set PLUMBLINE_SIGN_IN_CLIENT_ID "$id"
echo "The application '$name' is $id. Give people roles in Entra, under Enterprise applications; then: azd provision"
