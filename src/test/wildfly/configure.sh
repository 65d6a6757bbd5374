#!/bin/sh
# The very files of server-config/wildfly, with the accounts, the key and the addresses of the tests.
set -eu
export JBOSS_HOME="$PWD/target/servers/wildfly"
cp src/test/wildfly/application-*.properties "$JBOSS_HOME/standalone/configuration/"
printf 'thoughtspot.url=%s\ncookies.secure=false\n' "$1" > target/servers/ts-token.properties
# Twice: the second time must change nothing and fail at nothing.
for run in 1 2; do
  "$JBOSS_HOME/bin/jboss-cli.sh" --properties=target/servers/ts-token.properties --resolve-parameter-values \
    --file=server-config/wildfly/ts-token.cli > "target/servers/wildfly-cli-$run.log"
done
cp target/ts-token/WEB-INF/lib/postgresql-*.jar "$JBOSS_HOME/standalone/deployments/postgresql.jar"
printf 'database.url=jdbc:postgresql://127.0.0.1:%s/postgres?connectTimeout=2&socketTimeout=2\ndatabase.user=postgres\ndatabase.password=none\n' "$2" \
  > target/servers/datasource.properties
for run in 1 2; do
  "$JBOSS_HOME/bin/jboss-cli.sh" --properties=target/servers/datasource.properties --resolve-parameter-values \
    --file=server-config/wildfly/datasource.cli > "target/servers/wildfly-datasource-$run.log"
done
server-config/wildfly/secret-key.sh < src/test/tomcat/secret-key
