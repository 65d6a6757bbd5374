package io.github.tstoken.http;

import static io.github.tstoken.testkit.Failures.failureOf;
import static io.github.tstoken.testkit.Failures.resultOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.config.ThoughtSpotConfig.TrustStore;
import io.github.tstoken.http.UpstreamFailure.Kind;
import io.github.tstoken.testkit.FaultyUpstream;
import io.github.tstoken.testkit.Peer;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to the upstream: names, proxies, trust. */
class RouteTest {
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final FaultyUpstream upstream = FaultyUpstream.start(Peer::awaitClose);

    @AfterEach
    void stop() throws IOException {
        upstream.close();
    }

    @Test
    void whenTheNameLookupHangs_thenTheCallerIsNotHeldAndTheDeadlineStands() {
        CountDownLatch never = new CountDownLatch(1);
        HttpSettings settings = settings(SHORT, 5, 0);
        Transport transport = new Transport(settings, host -> {
            awaitQuietly(never);
            throw new UnknownHostException(host);
        });
        try (BoundedHttp http = new BoundedHttp(settings, transport)) {
            List<CompletionStage<HttpAnswer>> stages =
                    Stream.generate(() -> http.send(call("x"))).limit(5).toList();

            stages.forEach(stage -> assertThat(failureOf(stage).kind()).isEqualTo(Kind.TIMEOUT));
            await().until(() -> http.inFlight() == 0);
        }
    }

    @Test
    void whenTheNameIsNotKnown_thenItIsUnreachable() {
        HttpSettings settings = settings(LONG, 1, 0);
        Transport transport = new Transport(settings, host -> {
            throw new UnknownHostException(host);
        });
        try (BoundedHttp http = new BoundedHttp(settings, transport)) {
            assertThat(failureOf(http.send(call("x"))).kind()).isEqualTo(Kind.UNREACHABLE);
        }
    }

    @Test
    void whenAProxyIsConfigured_thenTheCallGoesThroughIt() {
        upstream.script(peer -> {
            peer.readRequest();
            peer.answer(200, "text/plain", "x");
        });
        HttpSettings settings = new HttpSettings(LONG, LONG, 1, 0, 0, Optional.of(upstream.url()), Optional.empty());
        HttpCall call = new HttpCall(URI.create("http://thoughtspot.invalid/path"), "text/plain", Map.of(), "x");
        try (BoundedHttp http = BoundedHttp.open(settings)) {
            assertThat(resultOf(http.send(call)).body()).isEqualTo("x");
        }

        assertThat(upstream.requests()).singleElement().asString().contains("thoughtspot.invalid");
    }

    @Test
    void whenTheProxyRefusesToConnect_thenItsAnswerIsNotTakenForTheUpstreams() {
        upstream.script(peer -> {
            peer.readRequest();
            peer.answer(403, "text/plain", "not for you");
        });
        HttpSettings settings = new HttpSettings(LONG, LONG, 1, 0, 0, Optional.of(upstream.url()), Optional.empty());
        HttpCall call = new HttpCall(URI.create("https://thoughtspot.invalid/"), "text/plain", Map.of(), "secret");
        try (BoundedHttp http = BoundedHttp.open(settings)) {
            assertThat(failureOf(http.send(call)).kind()).isEqualTo(Kind.UNREACHABLE);
        }

        assertThat(upstream.requests())
                .singleElement()
                .asString()
                .startsWith("CONNECT ")
                .doesNotContain("secret");
    }

    @Test
    void whenACallIsAGet_thenItHasNoBodyAndItsAnswerIsRead() {
        upstream.script(peer -> {
            peer.readRequest();
            peer.answer(200, "text/plain", "x");
        });
        try (BoundedHttp http = BoundedHttp.open(settings(LONG, 1, 0))) {
            URI address = URI.create(upstream.url() + "/path");
            assertThat(resultOf(http.send(HttpCall.get(address, Map.of("Accept", "text/plain"))))
                            .body())
                    .isEqualTo("x");
        }

        assertThat(upstream.requests())
                .singleElement()
                .asString()
                .startsWith("GET /path ")
                .contains("Accept: text/plain")
                .doesNotContainIgnoringCase("Content-");
    }

    @Test
    void whenTheProxyRefusesToConnectAGet_thenItsAnswerIsNotTakenForTheUpstreams() {
        upstream.script(peer -> {
            peer.readRequest();
            peer.answer(403, "text/plain", "not for you");
        });
        HttpSettings settings = new HttpSettings(LONG, LONG, 1, 0, 0, Optional.of(upstream.url()), Optional.empty());
        try (BoundedHttp http = BoundedHttp.open(settings)) {
            URI address = URI.create("https://keys.invalid/");
            assertThat(failureOf(http.send(HttpCall.get(address, Map.of()))).kind())
                    .isEqualTo(Kind.UNREACHABLE);
        }
    }

    @Test
    void whenTheTrustStoreTrustsNobody_thenTheClientIsNotMade(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("trust.p12"), new byte[] {1, 2, 3});
        HttpSettings settings = new HttpSettings(
                LONG, LONG, 1, 0, 0, Optional.empty(), Optional.of(new TrustStore(file, Optional.empty())));

        assertThatIllegalArgumentException().isThrownBy(() -> BoundedHttp.open(settings));
    }

    private HttpCall call(String body) {
        return new HttpCall(URI.create(upstream.url() + "/path"), "text/plain", Map.of("X-Mark", "1"), body);
    }

    private static HttpSettings settings(Duration timeout, int maxConcurrent, int maxWaiting) {
        return new HttpSettings(timeout, timeout, maxConcurrent, maxWaiting, 0, Optional.empty(), Optional.empty());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
