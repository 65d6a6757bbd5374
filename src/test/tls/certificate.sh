#!/bin/sh
# A key and a certificate of 127.0.0.1, new for each run of the tests:  certificate.sh <key store> <alias> <password>
# The certificate is also target/servers/certificate.pem, which the tests trust.
set -eu
keytool="${JAVA_HOME:+$JAVA_HOME/bin/}keytool"
rm -f "$1"
"$keytool" -genkeypair -keystore "$1" -storetype PKCS12 -storepass "$3" -alias "$2" -keyalg EC -groupname secp256r1 \
  -dname CN=127.0.0.1 -ext SAN=ip:127.0.0.1 -validity 2
"$keytool" -exportcert -rfc -keystore "$1" -storepass "$3" -alias "$2" -file target/servers/certificate.pem
