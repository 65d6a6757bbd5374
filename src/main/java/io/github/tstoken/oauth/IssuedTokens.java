package io.github.tstoken.oauth;

import io.github.tstoken.config.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * An answer of a token endpoint, checked.
 *
 * @param accessToken the token for the provider's interfaces; its type is Bearer
 * @param refreshToken what gets the next one; empty when the answer has none
 * @param idToken what the provider says of the person, as it was written; empty when the answer has none
 * @param claims what the ID token says; empty without one
 * @param scopes what was granted; when the answer does not say, what was asked for or, at a refresh, what was granted before
 * @param expiresAt when the access token ends, by the answer or by the configured default
 */
public record IssuedTokens(
        Secret accessToken,
        Optional<Secret> refreshToken,
        Optional<Secret> idToken,
        Optional<Claims> claims,
        Set<String> scopes,
        Instant expiresAt) {
    public IssuedTokens {
        scopes = Set.copyOf(scopes);
    }
}
