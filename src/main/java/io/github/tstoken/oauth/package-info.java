/**
 * Signed tokens of identity providers, and the only package that uses Nimbus: {@link io.github.tstoken.oauth.JwtVerifier} says
 * what a token claims, once its signature, its issuer, its audience and its time are right. Loaded only when it is configured.
 */
package io.github.tstoken.oauth;
