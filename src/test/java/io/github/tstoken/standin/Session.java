package io.github.tstoken.standin;

import java.time.Instant;

/**
 * A cookie session of a browser.
 *
 * @param id the cookie's value
 * @param token the token that opened it
 * @param lastSeen when it was last used
 */
public record Session(String id, Token token, Instant lastSeen) {}
