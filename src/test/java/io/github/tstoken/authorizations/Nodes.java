package io.github.tstoken.authorizations;

import io.github.tstoken.config.ClientAuthMethod;
import io.github.tstoken.config.ClientRegistration;
import io.github.tstoken.config.EncryptionKey;
import io.github.tstoken.config.IdentityConfig;
import io.github.tstoken.config.ProviderConfig;
import io.github.tstoken.config.ProviderDescription;
import io.github.tstoken.config.ProviderEndpoints;
import io.github.tstoken.config.ServiceConfig;
import io.github.tstoken.config.StoreConfig;
import io.github.tstoken.config.StoreDatabase;
import io.github.tstoken.config.WebConfig;
import io.github.tstoken.operations.AuditEvent;
import io.github.tstoken.operations.Metrics;
import io.github.tstoken.operations.StoreHealth;
import io.github.tstoken.store.TokenStore;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Nodes of one service: each with a store and threads of its own, as far as the database can tell. */
final class Nodes implements AutoCloseable {
    static final String IDP = "idp";

    final ManualClock clock = new ManualClock();
    final FakeProvider provider = new FakeProvider(clock);
    final List<AuditEvent> audit = new CopyOnWriteArrayList<>();
    final Metrics metrics = new Metrics();

    private final StoreDatabase database;
    private final List<Runnable> open = new ArrayList<>();

    Nodes(StoreDatabase database) {
        this.database = database;
    }

    /** One more node. */
    Authorizations start() {
        return start(new StoreConfig(database, List.of(key(1))));
    }

    /** One more node with other keys. */
    Authorizations start(EncryptionKey... keys) {
        return start(new StoreConfig(database, List.of(keys)));
    }

    private Authorizations start(StoreConfig store) {
        TokenStore opened = TokenStore.open(store, clock, System::nanoTime);
        Authorizations node = Authorizations.open(
                config(store), opened, new StoreHealth(metrics)::answered, any -> provider, metrics, audit::add, clock);
        open.add(opened::close);
        open.add(node::close);
        return node;
    }

    static EncryptionKey key(int first) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) first;
        return EncryptionKey.parse(Base64.getEncoder().encodeToString(bytes)).orElseThrow();
    }

    /** Only what connections need. */
    private static ServiceConfig config(StoreConfig store) {
        WebConfig web = new WebConfig(
                Optional.of(URI.create("https://app.example/ts-token")),
                Set.of(),
                Optional.empty(),
                Set.of(),
                List.of());
        return new ServiceConfig(
                null,
                null,
                null,
                identity(),
                null,
                null,
                Optional.empty(),
                Optional.empty(),
                null,
                web,
                null,
                List.of(idp()),
                Optional.of(store));
    }

    private static ProviderConfig idp() {
        return new ProviderConfig(
                IDP,
                new ProviderEndpoints.Named(
                        URI.create("https://idp.example/authorize"),
                        URI.create("https://idp.example/token"),
                        Optional.empty()),
                new ClientRegistration(
                        "ts-token", ClientAuthMethod.NONE, Optional.empty(), Optional.empty(), Optional.empty()),
                List.of("openid"),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofHours(1),
                new ProviderDescription("IdP", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static IdentityConfig identity() {
        return new IdentityConfig(
                List.of("principal", "jwt"),
                Optional.empty(),
                Set.of(),
                Set.of(),
                "JSESSIONIDSSO",
                Optional.empty(),
                Optional.empty());
    }

    /** The last first. */
    @Override
    public void close() {
        for (int last = open.size() - 1; last >= 0; last--) {
            open.get(last).run();
        }
    }
}
