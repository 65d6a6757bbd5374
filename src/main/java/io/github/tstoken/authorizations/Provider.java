package io.github.tstoken.authorizations;

import io.github.tstoken.config.ProviderConfig;
import io.github.tstoken.oauth.OAuthServer;
import io.github.tstoken.store.ProviderId;

/**
 * A provider that people can connect to.
 *
 * @param id its name here
 * @param config what was configured of it
 * @param server the provider itself
 */
public record Provider(ProviderId id, ProviderConfig config, OAuthServer server) {

    /** Whether it can be asked now. */
    public boolean isReady() {
        return server.fault().isEmpty();
    }
}
