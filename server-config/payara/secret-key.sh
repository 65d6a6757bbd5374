#!/bin/sh
# Puts ThoughtSpot's secret key into Payara's store of passwords, as the alias that ts-token.asadmin names. Before that, while
# the domain runs; once more, and a restart, to change the key:  PAYARA_HOME=/opt/payara ./secret-key.sh < secret-key
# Arguments, such as "--port 4848", go to asadmin. The key comes from the standard input, so that no list of processes has it.
set -eu
umask 077
IFS= read -r key || [ -n "$key" ]
file=$(mktemp)
trap 'rm -f "$file"' EXIT
printf 'AS_ADMIN_ALIASPASSWORD=%s\n' "$key" > "$file"

alias=ts-token-secret-key
command=create-password-alias
"$PAYARA_HOME/bin/asadmin" "$@" list-password-aliases | grep -qx "$alias" && command=update-password-alias
"$PAYARA_HOME/bin/asadmin" "$@" --passwordfile "$file" "$command" "$alias"
