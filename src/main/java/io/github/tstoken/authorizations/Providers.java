package io.github.tstoken.authorizations;

import io.github.tstoken.config.ProviderConfig;
import io.github.tstoken.oauth.OAuthServer;
import io.github.tstoken.store.ProviderId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The providers that are configured, in their order. Found by their ids alone: nothing else has a name here. */
public final class Providers implements AutoCloseable {
    private final Map<String, Provider> byId;

    private Providers(Map<String, Provider> byId) {
        this.byId = Collections.unmodifiableMap(byId);
    }

    /**
     * Gets ready to ask providers.
     *
     * @param connect makes the client of a provider
     */
    static Providers open(List<ProviderConfig> configs, Function<ProviderConfig, OAuthServer> connect) {
        Map<String, Provider> byId = new LinkedHashMap<>();
        for (ProviderConfig config : configs) {
            byId.put(config.id(), new Provider(new ProviderId(config.id()), config, connect.apply(config)));
        }
        return new Providers(byId);
    }

    /**
     * The provider with an id.
     *
     * @throws AuthorizationFailure {@code UNKNOWN_PROVIDER}
     */
    Provider get(String id) {
        return Optional.ofNullable(byId.get(id))
                .orElseThrow(() -> new AuthorizationFailure(
                        AuthorizationFailure.Kind.UNKNOWN_PROVIDER, "no provider has this id"));
    }

    /** The provider of an authorization; empty when it is configured no more. */
    Optional<Provider> find(ProviderId id) {
        return Optional.ofNullable(byId.get(id.value()));
    }

    /** All of them. */
    public Collection<Provider> all() {
        return byId.values();
    }

    @Override
    public void close() {
        byId.values().forEach(provider -> provider.server().close());
    }
}
