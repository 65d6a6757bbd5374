/** Tests of connecting, refreshing and disconnecting, on every database and with a provider that does what the test says. */
package io.github.tstoken.authorizations;
