package io.github.tstoken.nodes;

import io.github.tstoken.benchmark.StubUpstream;
import io.github.tstoken.testkit.Database;
import io.github.tstoken.testkit.TokenIssuer;
import io.github.tstoken.testkit.provider.RunningProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Two nodes on one database, and everybody whom they ask. */
public final class Cluster implements AutoCloseable {
    /** Base64 of 32 bytes. */
    static final String OLD_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    static final String NEW_KEY = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
    private static final Duration LONG = Duration.ofMinutes(2);

    private final RunningProvider provider = RunningProvider.start();
    private final TokenIssuer people = TokenIssuer.start();
    private final StubUpstream thoughtSpot = new StubUpstream(Duration.ZERO);
    private final Path folder;
    private final Database database;
    private final List<Node> nodes;

    private Cluster(Path folder, Duration timeout) throws IOException {
        this.folder = folder;
        this.database = Database.start(folder.resolve("postgresql"));
        this.nodes = List.of(node("a", timeout), node("b", timeout));
    }

    /**
     * Starts both nodes at the same moment, on a database that is empty.
     *
     * @param timeout how long the provider may take
     */
    static Cluster start(Path folder, Duration timeout) throws IOException {
        Cluster cluster = new Cluster(folder, timeout);
        CompletableFuture<?>[] starts = cluster.nodes.stream()
                .map(node -> CompletableFuture.runAsync(() -> start(node)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(starts)
                .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                .join();
        return cluster;
    }

    private static void start(Node node) {
        try {
            node.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A node with an encryption key file of its own. */
    private Node node(String name, Duration timeout) throws IOException {
        Path keys = keys(name);
        Files.writeString(keys, OLD_KEY + "\n");
        return Node.in(folder.resolve(name), thoughtSpot.url(), settings(keys, timeout));
    }

    /** The file with the encryption keys of a node, {@code a} or {@code b}. */
    Path keys(String name) {
        return folder.resolve("keys-" + name);
    }

    private Map<String, String> settings(Path keys, Duration timeout) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "tstoken.public-url", "http://127.0.0.1:1/ts-token",
                "tstoken.identity.sources", "jwt",
                "tstoken.identity.jwt.issuer", TokenIssuer.ISSUER,
                "tstoken.identity.jwt.audience", TokenIssuer.AUDIENCE,
                "tstoken.identity.jwt.jwks-url", people.keys().toString(),
                "tstoken.identity.jwt.roles-claim", "roles",
                "tstoken.admin.roles", "admin",
                "tstoken.limits.per-user", "0",
                "tstoken.token.reuse", "off"));
        settings.putAll(Map.of(
                "tstoken.store.jdbc-url",
                database.url(),
                "tstoken.store.user",
                Database.USER,
                "tstoken.store.encryption-keys-file",
                keys.toAbsolutePath().toString(),
                "tstoken.providers",
                Person.PROVIDER,
                "tstoken.provider.idp.issuer",
                provider.issuer(),
                "tstoken.provider.idp.client-id",
                RunningProvider.CLIENT,
                "tstoken.provider.idp.client-secret",
                RunningProvider.SECRET,
                "tstoken.provider.idp.timeout",
                timeout.toString()));
        return settings;
    }

    RunningProvider provider() {
        return provider;
    }

    Database database() {
        return database;
    }

    List<Node> nodes() {
        return nodes;
    }

    Node a() {
        return nodes.get(0);
    }

    Node b() {
        return nodes.get(1);
    }

    /** Another one, which uses the keys in this file. */
    Node another(Path keys, Duration timeout) throws IOException {
        return Node.in(folder.resolve("another"), thoughtSpot.url(), settings(keys, timeout));
    }

    /** Either of them. */
    Node any() {
        return nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
    }

    /** People with these names, the first as {@code name-1}. */
    static List<Person> people(String name, int number) {
        return Stream.iterate(1, count -> count + 1)
                .limit(number)
                .map(count -> new Person(name + "-" + count))
                .toList();
    }

    @Override
    public void close() throws IOException {
        for (Node node : nodes) {
            node.close();
        }
        database.close();
        thoughtSpot.close();
        people.close();
        provider.close();
    }
}
