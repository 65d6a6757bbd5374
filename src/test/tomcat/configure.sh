#!/bin/sh
# The very files of server-config/tomcat, with the accounts, the key and the certificate of the tests.
set -eu
conf="$PWD/target/servers/tomcat/conf"
mkdir -p "$conf/ts-token"
# The connector for TLS is taken out of its comment.
sed -e '/<!-- (TLS)$/d' -e '/^ *-->$/d' server-config/tomcat/server.xml > "$conf/server.xml"
cp server-config/tomcat/context.xml src/test/tomcat/tomcat-users.xml "$conf/"
cp src/test/tomcat/secret-key "$conf/ts-token/"
printf changeit > "$conf/tls-password"
src/test/tls/certificate.sh "$conf/tls.p12" server changeit
