#!/bin/sh
# The very files of server-config/wildfly, with the accounts, the key, the certificate and the addresses of the tests.
#   configure.sh <http port> <admin port> <https port> <orb port> <jms port> <address of ThoughtSpot> <port of PostgreSQL>
set -eu
export JBOSS_HOME="$PWD/target/servers/wildfly"
cp src/test/wildfly/application-*.properties "$JBOSS_HOME/standalone/configuration/"
src/test/tls/certificate.sh "$JBOSS_HOME/standalone/configuration/application.keystore" server password
# Twice, first as one tries it without TLS: the second time must fail at nothing.
for run in false true; do
  printf 'thoughtspot.url=%s\ncookies.secure=%s\n' "$6" "$run" > target/servers/ts-token.properties
  "$JBOSS_HOME/bin/jboss-cli.sh" --properties=target/servers/ts-token.properties --resolve-parameter-values \
    --file=server-config/wildfly/ts-token.cli > "target/servers/wildfly-cli-secure-$run.log"
done
cp target/ts-token/WEB-INF/lib/postgresql-*.jar "$JBOSS_HOME/standalone/deployments/postgresql.jar"
printf 'database.url=jdbc:postgresql://127.0.0.1:%s/postgres?connectTimeout=2&socketTimeout=2\ndatabase.user=postgres\ndatabase.password=none\n' "$7" \
  > target/servers/datasource.properties
for run in 1 2; do
  "$JBOSS_HOME/bin/jboss-cli.sh" --properties=target/servers/datasource.properties --resolve-parameter-values \
    --file=server-config/wildfly/datasource.cli > "target/servers/wildfly-datasource-$run.log"
done
server-config/wildfly/secret-key.sh < src/test/tomcat/secret-key
