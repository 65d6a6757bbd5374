/**
 * Real identity providers, started by tests in processes of their own: {@link io.github.tstoken.testkit.identity.KeycloakServer} and
 * {@link io.github.tstoken.testkit.identity.OidcProviderServer}, and a {@link io.github.tstoken.testkit.identity.ScriptedBrowser} that
 * signs in at them.
 */
package io.github.tstoken.testkit.identity;
