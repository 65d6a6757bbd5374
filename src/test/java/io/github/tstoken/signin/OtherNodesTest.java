package io.github.tstoken.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.config.EncryptionKey;
import io.github.tstoken.config.Secret;
import io.github.tstoken.config.StoreConfig;
import io.github.tstoken.config.StoreDatabase;
import io.github.tstoken.identity.Fingerprint;
import io.github.tstoken.identity.OidcSignIn;
import io.github.tstoken.oauth.Claims;
import io.github.tstoken.store.EndedSignIns;
import io.github.tstoken.store.FlowStore;
import io.github.tstoken.store.StoreUnavailableException;
import io.github.tstoken.store.TokenStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherNodesTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    Path directory;

    private final FakeProvider provider = new FakeProvider();
    private final List<Fingerprint> ended = new CopyOnWriteArrayList<>();
    /** How the database answered, by each node's account. */
    private final List<Boolean> answers = new CopyOnWriteArrayList<>();

    private TokenStore store;
    private OidcSignIns here;
    private OidcSignIns there;

    @BeforeEach
    void start() {
        EncryptionKey key = EncryptionKey.parse(Base64.getEncoder().encodeToString(new byte[32]))
                .orElseThrow();
        store = TokenStore.open(
                new StoreConfig(new StoreDatabase.Embedded(directory), List.of(key)),
                Clock.systemUTC(),
                System::nanoTime);
        here = node();
        there = node();
    }

    private OidcSignIns node() {
        return node(store.flows(), store.endedSignIns());
    }

    private OidcSignIns node(FlowStore flows, EndedSignIns shared) {
        return new OidcSignIns(
                provider,
                flows,
                Optional.of(shared),
                answers::add,
                URI.create("https://app.example/ts-token"),
                ended::add,
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
        store.close();
    }

    /** In milliseconds, as sessions have it. */
    private static OidcSignIn bob() {
        return new OidcSignIn(
                Fingerprint.of("bob's"),
                Claims.parse("{\"sub\":\"bob\",\"sid\":\"s1\"}").orElseThrow(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private void endHereByProvider() {
        Void unused = here.endByProvider("good").toCompletableFuture().join();
    }

    @Test
    @DisplayName("[R7] whom the provider signs out on one node is nobody on every node, and the tokens end there")
    void whenOneNodeIsTold_thenTheOthersHear() {
        OidcSignIn signIn = bob();
        there.began(signIn, Secret.of("id-token"));
        assertThat(there.goesOn(signIn)).isTrue();
        endHereByProvider();
        await().atMost(SOON).until(() -> !there.goesOn(signIn));
        await().atMost(SOON).untilAsserted(() -> assertThat(ended).containsExactly(signIn.id()));
    }

    @Test
    @DisplayName("[R7] who signs out on one node is nobody on every node, and the tokens end there")
    void whenAPersonSignsOutOnOneNode_thenTheOthersHear() {
        OidcSignIn signIn = bob();
        here.began(signIn, Secret.of("id-token"));
        assertThat(there.goesOn(signIn)).isTrue();
        assertThat(here.end(signIn)).isPresent();
        await().atMost(SOON).until(() -> !there.goesOn(signIn));
        await().atMost(SOON).untilAsserted(() -> assertThat(ended).containsExactly(signIn.id()));
    }

    @Test
    void whenAPersonSignsOut_thenTheirOtherSignInGoesOn() {
        OidcSignIn phone = bob();
        OidcSignIn desk = new OidcSignIn(Fingerprint.of("bob's desk"), phone.claims(), phone.signedInAt());
        assertThat(here.end(phone)).isPresent();
        await().atMost(SOON).until(() -> !there.goesOn(phone));
        assertThat(there.goesOn(desk)).isTrue();
    }

    @Test
    void whenANodeStartsLater_thenItHearsOfWhatWasBefore() {
        OidcSignIn signIn = bob();
        endHereByProvider();
        try (OidcSignIns later = node()) {
            await().atMost(SOON).until(() -> !later.goesOn(signIn));
        }
    }

    @Test
    @DisplayName("an end that the database did not take is told when it answers again")
    void whenTheDatabaseIsAway_thenTheOthersHearWhenItIsBack() {
        StoppableStore stoppable = new StoppableStore(store.endedSignIns());
        OidcSignIn signIn = bob();
        try (OidcSignIns stranded = node(store.flows(), stoppable)) {
            stoppable.away = true;
            assertThat(stranded.endByProvider("good"))
                    .failsWithin(SOON)
                    .withThrowableThat()
                    .withCauseInstanceOf(StoreUnavailableException.class);
            assertThat(answers).containsExactly(false);
            assertThat(stranded.goesOn(signIn)).isFalse();
            assertThat(there.goesOn(signIn)).isTrue();
            stoppable.away = false;
            await().atMost(SOON).until(() -> !there.goesOn(signIn));
        }
    }

    @Test
    void whenTheDatabaseTakesNothing_thenANodeHearsOfTheOthersAllTheSame() {
        StoppableStore stoppable = new StoppableStore(store.endedSignIns());
        OidcSignIn signIn = bob();
        try (OidcSignIns stranded = node(store.flows(), stoppable)) {
            stoppable.readOnly = true;
            assertThat(stranded.end(new OidcSignIn(Fingerprint.of("other"), signIn.claims(), signIn.signedInAt())))
                    .isPresent();
            endHereByProvider();
            await().atMost(SOON).until(() -> !stranded.goesOn(signIn));
        }
    }

    @Test
    @DisplayName("[R57] a database that takes its time holds no thread of a request")
    void whenTheDatabaseIsSlow_thenWhoBeginsASignInDoesNotWaitForIt() {
        SlowFlows slow = new SlowFlows(store.flows());
        try (OidcSignIns node = node(slow, store.endedSignIns())) {
            CompletableFuture<URI> begun = node.begin("browser", "/app").toCompletableFuture();
            assertThat(begun).isNotDone();
            slow.goOn.countDown();
            assertThat(begun).succeedsWithin(SOON);
        }
    }

    @Test
    void whenABrowserComesBackToAnotherNode_thenItsFlowIsThere() {
        assertThat(here.begin("browser", "/app").toCompletableFuture().join()).isNotNull();
        Map<String, List<String>> answer = Map.of("state", List.of("state1"), "code", List.of("code"));
        assertThat(there.complete(answer, Optional.of("browser"))
                        .toCompletableFuture()
                        .join()
                        .returnTo())
                .isEqualTo("/app");
    }
}
