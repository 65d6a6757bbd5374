package io.github.tstoken.store;

import io.github.tstoken.config.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a person let us have of a provider, as it was a moment ago.
 *
 * @param user whose it is
 * @param provider who granted it
 * @param state whether its tokens can be used
 * @param accessToken the token, perhaps expired; present unless the person has to connect again
 * @param scopes what was granted
 * @param connectedAt when the person connected
 * @param expiresAt when the access token ends
 * @param lastRefreshAt when it was last refreshed; empty when it never was
 * @param refreshable whether there is a refresh token
 * @param version one more with each change of the tokens
 */
public record Authorization(
        UserKey user,
        ProviderId provider,
        State state,
        Optional<Secret> accessToken,
        Set<String> scopes,
        Instant connectedAt,
        Instant expiresAt,
        Optional<Instant> lastRefreshAt,
        boolean refreshable,
        long version) {

    /** Whether tokens can be used. */
    public enum State {
        /** They can, though the access token may have to be refreshed. */
        CONNECTED,
        /** The provider has ended the grant: the person has to connect again. */
        GRANT_ENDED,
        /** What is stored was changed by somebody else, or its key is not here: the person has to connect again. */
        UNREADABLE
    }

    public Authorization {
        scopes = Set.copyOf(scopes);
    }
}
