/**
 * Issues login tokens. {@link io.github.tstoken.mint.TokenIssuer} decides whether a sign-in gets a token again, joins a mint or
 * causes one; {@link io.github.tstoken.mint.SignInTokens} has what was handed out; {@link io.github.tstoken.mint.Upstream}
 * leaves ThoughtSpot alone while it fails.
 */
package io.github.tstoken.mint;
