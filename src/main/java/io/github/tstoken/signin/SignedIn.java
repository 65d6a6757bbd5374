package io.github.tstoken.signin;

import io.github.tstoken.config.Secret;
import java.time.Instant;

/**
 * Somebody has signed in at the provider.
 *
 * @param claims what the ID token says, as one text for the session
 * @param idToken the ID token itself, which no session may have
 * @param at when they came back: what the provider ends from then on ends this sign-in, too
 * @param returnTo where they go on to
 */
public record SignedIn(String claims, Secret idToken, Instant at, String returnTo) {}
