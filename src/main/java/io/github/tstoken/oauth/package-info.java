/**
 * OAuth 2.0 and OpenID Connect, and the only package that uses Nimbus. {@link io.github.tstoken.oauth.OAuthServer} is a provider, as
 * one client of it: flows, tokens, their refresh and their end. {@link io.github.tstoken.oauth.JwtVerifier} says what a signed token
 * claims, once its signature, its issuer, its audience and its time are right. Loaded only when it is configured.
 *
 * <p>Whether something may be believed is decided by pure functions: {@code MetadataReader}, {@code CallbackRules}, {@code TokenAnswer},
 * {@code IdTokenRules}, {@code LogoutTokenRules}, {@code CompactToken} and {@code Signature}.
 */
package io.github.tstoken.oauth;
