package io.github.tstoken.store;

import io.github.tstoken.config.EncryptionKey;
import io.github.tstoken.config.Secret;
import io.github.tstoken.config.StoreConfig;
import io.github.tstoken.config.StoreDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that run on every database; each test has an empty one, and as many nodes as it opens. */
@ParameterizedClass
@EnumSource(Backend.class)
abstract class StoreTest {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Instant EXPIRY = NOW.plus(Duration.ofHours(1));
    static final Duration LONG = Duration.ofMinutes(1);
    static final EncryptionKey KEY = key(1);
    static final UserKey BOB = UserKey.of("principal", "bob");
    static final ProviderId IDP = new ProviderId("idp");

    @Parameter
    Backend backend;

    @TempDir
    Path directory;

    StoreDatabase database;
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void createDatabase() {
        database = backend.fresh(directory);
    }

    @AfterEach
    void closeNodes() throws Exception {
        for (AutoCloseable some : open) {
            some.close();
        }
    }

    static EncryptionKey key(int first) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) first;
        return EncryptionKey.parse(Base64.getEncoder().encodeToString(bytes)).orElseThrow();
    }

    /** Another process that uses the same database, as far as the database can tell. */
    TokenStore node(EncryptionKey... keys) {
        TokenStore store = open(database, keys);
        synchronized (open) {
            open.add(store);
        }
        return store;
    }

    static TokenStore open(StoreDatabase database, EncryptionKey... keys) {
        List<EncryptionKey> ring = keys.length == 0 ? List.of(KEY) : List.of(keys);
        return TokenStore.open(new StoreConfig(database, ring), Clock.fixed(NOW, ZoneOffset.UTC), System::nanoTime);
    }

    /** The database as somebody sees it who can write to it. */
    Statements sql() {
        Connections connections = Connections.to(database);
        open.add(connections.closing()::run);
        return new JdbcStatements(connections.forStatements());
    }

    static GrantedTokens tokens(String name) {
        return new GrantedTokens(
                Secret.of("access-" + name),
                Optional.of(Secret.of("refresh-" + name)),
                Optional.of(Secret.of("id-" + name)),
                Set.of("openid", "email"),
                EXPIRY);
    }

    static GrantedTokens accessTokenAlone(String name) {
        return new GrantedTokens(
                Secret.of("access-" + name), Optional.empty(), Optional.empty(), Set.of("openid"), EXPIRY);
    }

    static Authorization connected(TokenStore node, UserKey user, GrantedTokens tokens) {
        node.authorizations().connect(user, IDP, tokens);
        return found(node, user);
    }

    static Authorization found(TokenStore node, UserKey user) {
        return node.authorizations().find(user, IDP).orElseThrow();
    }

    static Optional<String> accessToken(TokenStore node, UserKey user) {
        return found(node, user).accessToken().map(Secret::reveal);
    }
}
