#!/bin/sh
# The very files of server-config/payara, with the accounts, the key, the certificate and the addresses of the tests.
#   configure.sh <http port> <admin port> <https port> <orb port> <jms port> <address of ThoughtSpot> <port of PostgreSQL>
set -eu
export PAYARA_HOME="$PWD/target/servers/payara"
export AS_JAVA="${JAVA_HOME:-}"
config="$PAYARA_HOME/glassfish/domains/domain1/config"
asadmin() { "$PAYARA_HOME/bin/asadmin" --port "$admin" "$@"; }
admin=$2

cp src/test/payara/keyfile "$config/keyfile"
src/test/tls/certificate.sh "$config/keystore.p12" s1as changeit
[ -f "$config/domain.xml.unpacked" ] || cp "$config/domain.xml" "$config/domain.xml.unpacked"
# Loopback alone, free ports, and no data grid, which would listen on every address.
sed -e 's/address="0\.0\.0\.0"/address="127.0.0.1"/' \
  -e 's/<network-listener port=/<network-listener address="127.0.0.1" port=/' \
  -e 's/<hazelcast-config-specific-configuration>/<hazelcast-config-specific-configuration enabled="false">/' \
  -e "s/port=\"8080\"/port=\"$1\"/;s/port=\"4848\"/port=\"$2\"/;s/port=\"8181\"/port=\"$3\"/;s/port=\"3700\"/port=\"$4\"/;s/\"7676\"/\"$5\"/" \
  "$config/domain.xml.unpacked" > "$config/domain.xml"

chmod +x "$PAYARA_HOME/bin/asadmin"
asadmin start-domain domain1
trap 'asadmin stop-domain domain1' EXIT
# Twice: the second time must change nothing and fail at nothing.
for run in 1 2; do
  server-config/payara/secret-key.sh --port "$admin" < src/test/tomcat/secret-key
  # asadmin goes on after a command that failed, and says at the end that all is well.
  asadmin multimode --file server-config/payara/ts-token.asadmin > target/servers/payara-asadmin.log 2>&1
  if grep -n failed target/servers/payara-asadmin.log; then exit 1; fi
done
# The DataSource, at the database of the tests, whose user has any password.
printf 'AS_ADMIN_ALIASPASSWORD=none\n' > target/servers/database-password
if ! asadmin list-password-aliases | grep -qx ts-token-database; then
  asadmin --passwordfile target/servers/database-password create-password-alias ts-token-database
  asadmin add-library --type common target/ts-token/WEB-INF/lib/postgresql-*.jar
fi
sed -e "s/db\.example\.com/127.0.0.1\\\\:$7/;s/tstoken?/postgres?/;s/user=tstoken/user=postgres/" server-config/payara/datasource.asadmin \
  > target/servers/datasource.asadmin
asadmin multimode --file target/servers/datasource.asadmin > target/servers/payara-datasource.log 2>&1
if grep -n failed target/servers/payara-datasource.log; then exit 1; fi
asadmin create-system-properties tstoken.thoughtspot.timeout=PT5S
asadmin create-system-properties "tstoken.thoughtspot.url=$(printf '%s' "$6" | sed 's/:/\\:/g')"
