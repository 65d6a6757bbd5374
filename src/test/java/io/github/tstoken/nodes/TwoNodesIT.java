package io.github.tstoken.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.nodes.Person.Answer;
import io.github.tstoken.testkit.provider.RunningProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes that refresh, and end, the same connections. {@code -Dnodes.expiries=} says how many expire. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class TwoNodesIT {
    private static final int EXPIRIES = Integer.getInteger("nodes.expiries", 200);
    private static final int TOO_MANY = 300;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String SOON = "1";
    private static final Pattern OVERTAKEN =
            Pattern.compile("tstoken_refreshes_total\\{outcome=\"overtaken\",provider=\"idp\"} (\\S+)");

    @TempDir
    private static Path folder;

    private static Cluster cluster;
    private static RunningProvider provider;

    @BeforeAll
    static void start() throws IOException {
        cluster = Cluster.start(folder, TIMEOUT);
        provider = cluster.provider();
        assertThat(new Person("first").connect(cluster.a(), cluster.b()).join().body())
                .contains("result=connected");
    }

    @AfterAll
    static void stop() throws IOException {
        cluster.close();
    }

    @BeforeEach
    void isAsUsual() {
        provider.behaviour().rotates = true;
        provider.behaviour().slowest = Duration.ZERO;
        provider.behaviour().fastest = Duration.ZERO;
        provider.behaviour().expiresIn = Optional.of("300");
    }

    /** A person whose access token has ended. */
    private static Person expired(String name) {
        provider.behaviour().expiresIn = Optional.of(SOON);
        Person person = new Person(name);
        assertThat(person.connect(cluster.a(), cluster.b()).join().body()).contains("result=connected");
        provider.behaviour().expiresIn = Optional.of("300");
        return person;
    }

    private static void takes(Duration latency) {
        provider.behaviour().slowest = latency;
        provider.behaviour().fastest = latency;
    }

    /** Asks for a token, and returns when the provider has been asked for it. */
    private static CompletableFuture<Answer> refreshing(Person person, Node node) {
        int before = provider.counts().refreshes.get();
        CompletableFuture<Answer> answer = person.token(node);
        await().atMost(LONG).until(() -> provider.counts().refreshes.get() > before);
        return answer;
    }

    private static Answer tokenAtLast(Person person, Node node) {
        return await().atMost(LONG)
                .until(() -> person.token(node).join(), answer -> !answer.is(503, "provider-unavailable"));
    }

    /** How often a node had tokens for a row that another had changed. */
    private static double overtaken(Node node) {
        String metrics = new Person("alice").get(node, "/metrics").join().body();
        Matcher count = OVERTAKEN.matcher(metrics);
        return count.find() ? Double.parseDouble(count.group(1)) : 0;
    }

    @Test
    @DisplayName("[R50] expiries at two nodes with eight callers each: one refresh each, no reuse, no failure")
    void whenManyTokensExpireAndBothNodesAreAsked_thenEachIsRefreshedOnce() throws InterruptedException {
        Expiries.Outcome outcome = new Expiries(cluster, EXPIRIES, Expiries.WITHIN_BOUNDS).run();
        assertThat(outcome.wrong()).isEmpty();
        assertThat(outcome.refreshes()).isEqualTo(EXPIRIES);
        assertThat(outcome.reuses()).isZero();
        assertThat(outcome.answers()).containsKey("200");
    }

    @Test
    @DisplayName(
            "[R50] more expiries at once than refreshes can be sent: some wait or come again, and no grant is lost")
    void whenMoreTokensExpireAtOnceThanCanBeRefreshed_thenNoRequestIsCutOff() throws InterruptedException {
        Expiries.Outcome outcome = new Expiries(cluster, TOO_MANY, TOO_MANY).run();
        assertThat(outcome.wrong()).isEmpty();
        assertThat(outcome.refreshes()).isEqualTo(TOO_MANY);
        assertThat(outcome.reuses()).isZero();
    }

    @Test
    @DisplayName("[R51] a node that was paused longer than its lease writes nothing over what the other has stored")
    void whenANodeIsPausedInARefresh_thenTheOtherTakesOverAndTheLateWriterChangesNothing() throws Exception {
        provider.behaviour().rotates = false;
        Person person = expired("paused");
        takes(Duration.ofSeconds(2));
        double before = overtaken(cluster.a());
        CompletableFuture<Answer> late = refreshing(person, cluster.a());
        cluster.a().pause();
        takes(Duration.ZERO);
        // As if the lease had run out: the pause is as long as anybody likes.
        cluster.database().change("UPDATE tstoken_authorization SET lease_until = 0 WHERE lease_holder <> ''");
        Answer taken = person.token(cluster.b()).join();
        cluster.a().goOn();
        assertThat(taken.status()).isEqualTo(200);
        assertThat(late.join().accessToken()).isEqualTo(taken.accessToken());
        for (Node node : cluster.nodes()) {
            assertThat(person.token(node).join().accessToken()).isEqualTo(taken.accessToken());
        }
        assertThat(overtaken(cluster.a()) - before).isEqualTo(1);
    }

    @Test
    @DisplayName("[R51] the lease of a node that is paused ends by itself, and not before")
    void whenANodeStaysPaused_thenTheOtherTakesOverAfterTheLease() throws Exception {
        provider.behaviour().rotates = false;
        Person person = expired("long-paused");
        takes(Duration.ofSeconds(2));
        CompletableFuture<Answer> late = refreshing(person, cluster.a());
        long begun = System.nanoTime();
        cluster.a().pause();
        takes(Duration.ZERO);
        assertThat(person.token(cluster.b()).join().kind()).isEqualTo("503 provider-unavailable");
        Answer taken = tokenAtLast(person, cluster.b());
        Duration waited = Duration.ofNanos(System.nanoTime() - begun);
        cluster.a().goOn();
        assertThat(taken.status()).isEqualTo(200);
        assertThat(waited).isGreaterThan(TIMEOUT);
        assertThat(late.join().status()).isIn(200, 503);
        for (Node node : cluster.nodes()) {
            assertThat(tokenAtLast(person, node).accessToken()).isEqualTo(taken.accessToken());
        }
    }

    @Test
    @DisplayName("[R55] who disconnects during a refresh is disconnected, and the new token is revoked, too")
    void whenAPersonDisconnectsDuringARefresh_thenTheNewTokensAreRevokedToo() {
        Person person = expired("leaving");
        takes(Duration.ofSeconds(1));
        int before = provider.counts().revocations.get();
        CompletableFuture<Answer> refreshing = refreshing(person, cluster.a());
        assertThat(person.disconnect(cluster.b()).join().status()).isEqualTo(204);
        assertThat(person.token(cluster.b()).join().kind()).isEqualTo("404 not-connected");
        assertThat(refreshing.join().kind()).isEqualTo("404 not-connected");
        // Two tokens that were there, and two that the refresh brought.
        await().atMost(LONG).until(() -> provider.counts().revocations.get() - before == 4);
        assertThat(provider.goodGrantsOf(person.name())).isZero();
    }

    @Test
    @DisplayName("[R55] refreshes and disconnects at both nodes at once end in no connection, whoever is first")
    void whenManyDisconnectWhileTheyRefresh_thenNothingOfThemIsLeft() throws Exception {
        List<Person> people = Cluster.people("racing", 20);
        people.forEach(person -> expired(person.name()));
        provider.behaviour().slowest = Duration.ofMillis(200);
        CompletableFuture<?>[] races = people.stream()
                .map(person -> CompletableFuture.allOf(
                        person.token(cluster.any())
                                .thenAccept(
                                        answer -> assertThat(answer.status()).isIn(200, 404)),
                        person.disconnect(cluster.any())
                                .thenAccept(
                                        answer -> assertThat(answer.status()).isEqualTo(204))))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(races).get(LONG.toSeconds(), TimeUnit.SECONDS);
        for (Person person : people) {
            assertThat(person.token(cluster.any()).join().kind()).isEqualTo("404 not-connected");
        }
        await().atMost(LONG).until(() -> people.stream().allMatch(person -> provider.goodGrantsOf(person.name()) == 0));
    }

    @Test
    @DisplayName("[R57] without the database there are still login tokens, and all is well when it is back")
    void whenTheDatabaseGoesAndComesBack_thenOnlyTheStoreMissesIt() throws Exception {
        Person alice = new Person("alice");
        assertThat(alice.connect(cluster.a(), cluster.b()).join().body()).contains("result=connected");
        cluster.database().stop();
        for (Node node : cluster.nodes()) {
            long begun = System.nanoTime();
            assertThat(alice.token(node).join().kind()).isEqualTo("503 store-unavailable");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
            assertThat(alice.get(node, "/token").join().status()).isEqualTo(200);
        }
        cluster.database().startAgain();
        for (Node node : cluster.nodes()) {
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> alice.token(node).join().status() == 200);
        }
    }
}
