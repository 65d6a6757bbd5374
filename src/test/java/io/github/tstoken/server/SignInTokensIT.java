package io.github.tstoken.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.demo.DemoOptions;
import io.github.tstoken.demo.DemoServer;
import io.github.tstoken.standin.Fault;
import io.github.tstoken.standin.Paths;
import io.github.tstoken.standin.StandInThoughtSpot;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tokens of a sign-in, on the WAR in a Tomcat with single sign-on. */
class SignInTokensIT {
    private static final String TOKEN = "/ts-token/token";
    private static final int PER_USER = 20;

    @TempDir
    private static Path folder;

    private static DemoServer server;
    private static StandInThoughtSpot thoughtSpot;

    @BeforeAll
    static void start() throws Exception {
        Path next = Files.writeString(folder.resolve("next"), "key-that-follows\n");
        server = DemoServer.start(DemoOptions.forTests()
                .with("tstoken.thoughtspot.secret-key-next-file", next.toString())
                .with("tstoken.limits.per-user", Integer.toString(PER_USER))
                .with("tstoken.session.track", "true"));
        thoughtSpot = server.standIn().orElseThrow();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        thoughtSpot.faults().clear();
        thoughtSpot.journal().clear();
    }

    @Test
    void whenTheSameSignInAsksAgain_thenItGetsTheSameTokenUnlessItWantsANewOne() {
        Visitor alice = visitor("alice");
        String first = token(alice);
        assertThat(token(alice)).isEqualTo(first);
        assertThat(mints()).isEqualTo(1);
        assertThat(alice.get(TOKEN + "?fresh=true").body()).isNotEqualTo(first);
        assertThat(mints()).isEqualTo(2);
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
        assertThat(mints()).isEqualTo(1);
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
        assertProblem(visitor("alice").send("POST", "/ts-token/logout", ""), 403, "csrf");
        assertProblem(
                Visitor.at(URI.create(server.origin())).send("POST", "/ts-token/logout", "", "X-Requested-By", "x"),
                401,
                "not-signed-in");
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
            thoughtSpot.settings().secretKey("key-that-follows");
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
        assertProblem(answer, 429, "rate-limited");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 60L / PER_USER);
        assertThat(bob.get(TOKEN).statusCode()).as("reuse").isEqualTo(200);
        assertThat(visitor("alice").get(TOKEN).statusCode()).isEqualTo(200);
    }

    private static Visitor visitor(String name) {
        return Visitor.at(URI.create(server.origin())).signedInAs(name);
    }

    private static String token(Visitor visitor) {
        HttpResponse<String> answer = visitor.get(TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Those that gave a token. */
    private static long mints() {
        return thoughtSpot.journal().to(Paths.V2_FULL).stream()
                .filter(entry -> entry.status() == 200)
                .count();
    }

    private static void awaitEnd(String token) {
        await().untilAsserted(() -> assertThat(
                        thoughtSpot.tokens().find(token).orElseThrow().revoked())
                .isTrue());
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String problem) {
        assertThat(answer.headers().firstValue("Problem")).contains(problem);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
    }
}
