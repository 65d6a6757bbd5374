package io.github.tstoken.store;

import io.github.tstoken.config.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a provider granted in one answer of its token endpoint.
 *
 * @param accessToken the token for the provider's interfaces
 * @param refreshToken what gets the next access token; empty when the answer has none
 * @param idToken what the provider says of the person; empty when the answer has none
 * @param scopes what was granted; without white space in any of them
 * @param expiresAt when the access token ends
 */
public record GrantedTokens(
        Secret accessToken,
        Optional<Secret> refreshToken,
        Optional<Secret> idToken,
        Set<String> scopes,
        Instant expiresAt) {
    public GrantedTokens {
        scopes = Set.copyOf(scopes);
    }
}
