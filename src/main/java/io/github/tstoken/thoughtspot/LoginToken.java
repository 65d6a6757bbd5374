package io.github.tstoken.thoughtspot;

import io.github.tstoken.config.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A login token, after all that ThoughtSpot says of it was checked against what was asked.
 *
 * @param value the token
 * @param username the user that it signs in
 * @param org the Org that ThoughtSpot answered, else the one that was asked for
 * @param issuedAt when it was made
 * @param expiresAt when it ends; empty for REST v1, which does not say
 */
public record LoginToken(
        Secret value, String username, OptionalInt org, Instant issuedAt, Optional<Instant> expiresAt) {}
