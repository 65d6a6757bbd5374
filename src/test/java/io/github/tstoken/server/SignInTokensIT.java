package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.demo.EmbeddingApplication;
import io.github.tstoken.standin.Fault;
import io.github.tstoken.standin.Paths;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tokens of a sign-in, and the end of both. */
@ArquillianTest
@RunAsClient
class SignInTokensIT extends ThoughtSpotTest {
    private static final String TOKEN = "/ts-token/token";
    private static final String NEXT_KEY = "key-that-follows";
    private static final int PER_USER = 20;

    @Deployment(name = "app", testable = false, order = 1)
    static WebArchive embeddingApplication() {
        return EmbeddingApplication.archive();
    }

    @Deployment(name = "ts-token", testable = false, order = 2)
    static WebArchive tsToken() throws IOException {
        Path next = Files.writeString(Path.of("target", "secret-key-next"), NEXT_KEY + "\n");
        return Deployments.tsToken(
                "ts-token.war",
                Map.of(
                        "tstoken.thoughtspot.secret-key-next-file",
                        next.toAbsolutePath().toString(),
                        "tstoken.limits.per-user",
                        Integer.toString(PER_USER),
                        "tstoken.session.track",
                        "true"));
    }

    @Test
    void whenTheSameSignInAsksAgain_thenItGetsTheSameTokenUnlessItWantsANewOne() {
        Visitor alice = visitor("alice");
        String first = token(alice);
        assertThat(token(alice)).isEqualTo(first);
        assertThat(granted()).isEqualTo(1);
        assertThat(alice.get(TOKEN + "?fresh=true").body()).isNotEqualTo(first);
        assertThat(granted()).isEqualTo(2);
    }

    @Test
    @DisplayName("[R14] another sign-in of the same person gets another token")
    void whenAnotherSignInAsks_thenItGetsAnotherToken() {
        assertThat(token(visitor("alice"))).isNotEqualTo(token(visitor("alice")));
    }

    @Test
    @DisplayName("[R14] parallel requests of one sign-in are one mint")
    void whenOneSignInAsksManyTimesAtOnce_thenThereIsOneMint() {
        thoughtSpot.faults().next(Paths.V2_FULL, Fault.delay(Duration.ofSeconds(1)), 1);
        Visitor alice = visitor("alice");
        List<CompletableFuture<String>> answers = IntStream.range(0, 5)
                .mapToObj(request -> CompletableFuture.supplyAsync(() -> token(alice)))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(granted()).isEqualTo(1);
    }

    @Test
    void whenTheTokensAreEnded_thenThoughtSpotKnowsAndTheSignInGoesOn() {
        Visitor alice = visitor("alice");
        String token = token(alice);
        HttpResponse<String> answer = alice.send("POST", "/ts-token/logout", "", "X-Requested-By", "test");
        assertThat(answer.statusCode()).isEqualTo(204);
        awaitEnd(token);
        assertThat(token(alice)).isNotEqualTo(token);
    }

    @Test
    @DisplayName("[R28] no form of another site can end them, and nobody whom we do not know")
    void whenTheLogoutIsNobodys_thenItIsRefused() {
        assertEmptyProblem(visitor("alice").send("POST", "/ts-token/logout", ""), 403, "csrf");
        assertEmptyProblem(
                Visitor.at(SERVER).send("POST", "/ts-token/logout", "", "X-Requested-By", "x"), 401, "not-signed-in");
    }

    @Test
    void whenSomebodySignsOutOfTheApplication_thenTheirTokensEndAtThoughtSpot() {
        Visitor alice = visitor("alice");
        String token = token(alice);
        alice.signOut();
        awaitEnd(token);
    }

    @Test
    @DisplayName("[R34] a new secret key is used without a failed request")
    void whenTheSecretKeyIsANewOne_thenNobodyNotices() {
        String before = thoughtSpot.settings().secretKey();
        try {
            assertThat(thoughtSpot.tokens().find(token(visitor("alice")))).isPresent();
            thoughtSpot.settings().secretKey(NEXT_KEY);
            assertThat(thoughtSpot.tokens().find(token(visitor("alice")))).isPresent();
        } finally {
            thoughtSpot.settings().secretKey(before);
        }
    }

    @Test
    @DisplayName("[R68] a person who causes too many mints learns when there is another; others do not notice")
    void whenAPersonCausesTooManyMints_thenTheyLearnWhenThereIsAnother() {
        Visitor bob = visitor("bob");
        HttpResponse<String> answer = bob.get(TOKEN + "?fresh=true");
        for (int mint = 0; mint < 2 * PER_USER && answer.statusCode() == 200; mint++) {
            answer = bob.get(TOKEN + "?fresh=true");
        }
        assertEmptyProblem(answer, 429, "rate-limited");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L / PER_USER);
        assertThat(bob.get(TOKEN).statusCode()).as("reuse").isEqualTo(200);
        assertThat(visitor("alice").get(TOKEN).statusCode()).isEqualTo(200);
    }

    private static Visitor visitor(String name) {
        return Visitor.at(SERVER).signedInAs(name);
    }

    private static String token(Visitor visitor) {
        HttpResponse<String> answer = visitor.get(TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Those that gave a token. */
    private static long granted() {
        return mints().stream().filter(entry -> entry.status() == 200).count();
    }

    private static void awaitEnd(String token) {
        await().untilAsserted(() -> assertThat(
                        thoughtSpot.tokens().find(token).orElseThrow().revoked())
                .isTrue());
    }
}
