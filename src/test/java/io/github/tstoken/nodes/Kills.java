package io.github.tstoken.nodes;

import io.github.tstoken.testkit.provider.RunningProvider;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** People use two nodes, of which one after the other is killed while it works. */
final class Kills {
    /** A lease lasts seven seconds longer. */
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final int PEOPLE = 24;
    private static final Duration SLOWEST = Duration.ofMillis(400);
    private static final Duration LONGEST_LIFE = Duration.ofMillis(1500);
    private static final Duration LONG = Duration.ofMinutes(3);
    /** What the provider's tokens and the names of the people begin with. */
    private static final Pattern PLAIN = Pattern.compile("access-|refresh-|customer-|eyJhbGci");

    private final Cluster cluster;
    private final RunningProvider provider;
    private final int times;
    private final Journal journal = new Journal();
    private final List<Customer> customers;
    private volatile Optional<Node> dead = Optional.empty();
    private volatile boolean ended;

    /**
     * What came of it.
     *
     * @param kills how many there were
     * @param journal what everybody was answered
     * @param reuses used refresh tokens that the provider saw: each ended a grant
     * @param orphans grants that are good at the provider, but nobody has their tokens
     */
    record Outcome(int kills, Journal journal, int reuses, int orphans) {}

    /** On a cluster whose provider has this {@link #TIMEOUT}. */
    Kills(Cluster cluster, int times) {
        this.cluster = cluster;
        this.provider = cluster.provider();
        this.times = times;
        this.customers = IntStream.range(0, PEOPLE)
                .mapToObj(number -> new Customer("customer-" + number, provider, journal))
                .toList();
    }

    Outcome run() throws IOException, SQLException {
        provider.behaviour().expiresIn = Optional.of("1");
        provider.behaviour().slowest = SLOWEST;
        ExecutorService threads = Executors.newFixedThreadPool(PEOPLE);
        try {
            CompletableFuture<?>[] work = customers.stream()
                    .map(customer -> CompletableFuture.runAsync(() -> use(customer), threads))
                    .toArray(CompletableFuture<?>[]::new);
            for (int kill = 0; kill < times; kill++) {
                killOne();
            }
            ended = true;
            CompletableFuture.allOf(work)
                    .orTimeout(LONG.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } finally {
            ended = true;
            threads.shutdownNow();
        }
        return end();
    }

    private void use(Customer customer) {
        while (!ended) {
            Node node = cluster.any();
            if (dead.filter(node::equals).isEmpty()) {
                customer.step(node);
            }
        }
    }

    private void killOne() throws IOException {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_LIFE.toNanos()));
        Node victim = cluster.any();
        dead = Optional.of(victim);
        victim.kill();
        victim.start();
        dead = Optional.empty();
    }

    /** Everybody looks at both nodes, and leaves; then nothing may be left but what nobody knows of. */
    private Outcome end() throws SQLException {
        for (Node node : cluster.nodes()) {
            customers.forEach(customer -> until(() -> customer.look(node)));
        }
        requireNothingReadable();
        customers.forEach(customer -> until(() -> customer.leave(cluster.any())));
        until(() -> rows("SELECT 1 FROM tstoken_authorization").isEmpty());
        int orphans = customers.stream().mapToInt(Customer::goodGrants).sum();
        customers.stream()
                .filter(customer -> customer.goodGrants() > customer.interrupted())
                .forEach(customer -> journal.wrong("a grant of somebody who disconnected is good"));
        return new Outcome(times, journal, provider.counts().reuses.get(), orphans);
    }

    private void requireNothingReadable() throws SQLException {
        List<String> rows = cluster.database()
                .column("SELECT CONCAT(t.*, encode(access_token, 'escape'), encode(refresh_token, 'escape'),"
                        + " encode(id_token, 'escape')) FROM tstoken_authorization t"
                        + " UNION ALL SELECT CONCAT(f.*, encode(flow, 'escape')) FROM tstoken_flow f");
        if (rows.stream().anyMatch(PLAIN.asPredicate())) {
            journal.wrong("something is stored in plain text");
        }
    }

    private List<String> rows(String sql) {
        try {
            return cluster.database().column(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(Callable<Boolean> done) {
        Awaitility.await().atMost(LONG).until(done);
    }
}
