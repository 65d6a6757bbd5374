package io.github.tstoken;

import io.github.tstoken.config.ServiceConfig;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.HttpSettings;
import io.github.tstoken.oauth.JwtVerifier;
import io.github.tstoken.oauth.OAuthServer;
import io.github.tstoken.store.TokenStore;
import java.time.Clock;
import java.util.Optional;

/**
 * What calls other servers, and has threads for it.
 *
 * @param thoughtSpot to ThoughtSpot
 * @param jwt to the issuer of tokens, where they are a source of identity; without them nothing of it is loaded
 * @param provider to the OpenID Provider at which people sign in, where there is one; without it nothing of it is loaded
 * @param store to the database, where there is one; without it nothing of it is loaded
 */
record Connections(
        BoundedHttp thoughtSpot, Optional<JwtVerifier> jwt, Optional<OAuthServer> provider, Optional<TokenStore> store)
        implements AutoCloseable {
    static Connections open(ServiceConfig config, Clock clock) {
        // First, since it alone may refuse: of what the others have begun nothing would be left to end them by.
        Optional<TokenStore> store = config.store().map(where -> TokenStore.open(where, clock, System::nanoTime));
        BoundedHttp thoughtSpot = BoundedHttp.open(HttpSettings.of(config.thoughtSpot()));
        return new Connections(
                thoughtSpot,
                config.identity().jwt().map(tokens -> JwtVerifier.open(tokens, clock)),
                config.identity().oidc().map(oidc -> OAuthServer.open(oidc, clock)),
                store);
    }

    @Override
    public void close() {
        closeCalls();
        closeStore();
    }

    /** The calls that are under way fail. */
    void closeCalls() {
        thoughtSpot.close();
        jwt.ifPresent(verifier -> verifier.close());
        provider.ifPresent(server -> server.close());
    }

    /** After everything that needs it. */
    void closeStore() {
        store.ifPresent(database -> {
            database.close();
            database.forgetDriver();
        });
    }
}
