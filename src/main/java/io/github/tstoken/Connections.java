package io.github.tstoken;

import io.github.tstoken.config.JwtConfig;
import io.github.tstoken.config.ServiceConfig;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.HttpSettings;
import io.github.tstoken.oauth.JwtVerifier;
import io.github.tstoken.store.TokenStore;
import java.time.Clock;
import java.util.Optional;

/**
 * What calls other servers, and has threads for it.
 *
 * @param thoughtSpot to ThoughtSpot
 * @param store to the database, where there is one; without it nothing of it is loaded
 * @param jwt to the issuer of tokens, where they are a source of identity; without them nothing of it is loaded
 */
record Connections(BoundedHttp thoughtSpot, Optional<JwtVerifier> jwt, Optional<TokenStore> store)
        implements AutoCloseable {
    static Connections open(ServiceConfig config, Clock clock) {
        Optional<TokenStore> store = config.store().map(where -> TokenStore.open(where, clock, System::nanoTime));
        Optional<JwtConfig> jwt = config.identity().jwt();
        BoundedHttp thoughtSpot = BoundedHttp.open(HttpSettings.of(config.thoughtSpot()));
        return new Connections(thoughtSpot, jwt.map(tokens -> JwtVerifier.open(tokens, clock)), store);
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
    }

    /** After everything that needs it. */
    void closeStore() {
        store.ifPresent(database -> {
            database.close();
            database.forgetDriver();
        });
    }
}
