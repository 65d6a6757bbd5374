#!/bin/sh
# Gives the server ThoughtSpot's secret key, encrypted with the key of the store that ts-token.cli made. After ts-token.cli,
# while the server is down; once more to change the key:  JBOSS_HOME=/opt/wildfly ./secret-key.sh < secret-key
# It comes from the standard input and goes to the CLI by a pipe, so that no list of processes and no history has it.
set -eu
cli() { "$JBOSS_HOME/bin/jboss-cli.sh" --no-color-output; }
expression=/subsystem=elytron/expression=encryption
property=/system-property=tstoken.thoughtspot.secret-key
IFS= read -r key || [ -n "$key" ]

encrypted=$(printf 'embed-server\n%s:create-expression(resolver=ts-token, clear-text="%s")\n' "$expression" "$key" | cli |
  sed -n 's/.*\(\${ENC::[^}"]*}\).*/\1/p')
[ -n "$encrypted" ] || { echo 'The key was not encrypted: was ts-token.cli run?' >&2; exit 1; }

printf 'embed-server\nif (outcome == success) of %s:read-resource\n%s:remove()\nend-if\n%s:add(value="%s")\n%s:read-resource\n' \
  "$property" "$property" "$property" "$encrypted" "$property" | cli | grep -q '"value" => expression "${ENC::' ||
  { echo 'The key was not stored.' >&2; exit 1; }
chmod 600 "$JBOSS_HOME/standalone/configuration/ts-token.cs"
