package io.github.tstoken.http;

import static io.github.tstoken.testkit.Failures.failureOf;
import static io.github.tstoken.testkit.Failures.resultOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.http.UpstreamFailure.Kind;
import io.github.tstoken.testkit.FaultyUpstream;
import io.github.tstoken.testkit.Peer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedHttpTest {
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final FaultyUpstream upstream = FaultyUpstream.start(BoundedHttpTest::silence);

    @AfterEach
    void stop() throws IOException {
        upstream.close();
    }

    @Test
    void whenTheUpstreamAnswers_thenTheWholeAnswerComes() {
        upstream.script(peer -> {
            peer.readRequest();
            peer.answer(418, "Content-Type: Text/Plain; charset=utf-8\r\nRetry-After: 7\r\n", new byte[] {'h', 'i'});
        });
        try (BoundedHttp http = BoundedHttp.open(settings(LONG, 1, 0))) {
            assertThat(resultOf(http.send(call("x"))))
                    .isEqualTo(new HttpAnswer(418, "text/plain", Optional.of("7"), "hi"));
        }
    }

    @Test
    void whenACallIsSent_thenNothingIsAskedForThatIsNotWanted() {
        upstream.script(BoundedHttpTest::echo);
        try (BoundedHttp http = BoundedHttp.open(settings(LONG, 1, 0))) {
            resultOf(http.send(call("body")));
        }

        assertThat(upstream.requests()).singleElement().asString().satisfies(request -> {
            assertThat(request).startsWith("POST /path HTTP/1.1\r\n").endsWith("\r\n\r\nbody");
            assertThat(request).containsIgnoringCase("\r\nAccept-Encoding: identity\r\n");
            assertThat(request).containsIgnoringCase("\r\nX-Mark: 1\r\n");
            assertThat(request).doesNotContainIgnoringCase("\r\nUpgrade").doesNotContainIgnoringCase("\r\nExpect");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "x-unknown", "identity, gzip"})
    void whenTheAnswerIsCompressed_thenItIsInvalid(String encoding) {
        upstream.script(peer -> {
            peer.readRequest();
            peer.answer(200, "Content-Encoding: " + encoding + "\r\n", new byte[] {'h', 'i'});
        });
        try (BoundedHttp http = BoundedHttp.open(settings(LONG, 1, 0))) {
            assertThat(failureOf(http.send(call("x"))).kind()).isEqualTo(Kind.INVALID);
        }
    }

    @ParameterizedTest
    @CsvSource({"262144, true", "262145, false"})
    void whenTheBodyIsLargerThan256KiB_thenItIsInvalid(int bytes, boolean fits) {
        upstream.script(peer -> {
            peer.readRequest();
            peer.answer(200, "Connection: close\r\n", new byte[bytes]);
        });
        try (BoundedHttp http = BoundedHttp.open(settings(LONG, 1, 0))) {
            CompletionStage<HttpAnswer> stage = http.send(call("x"));
            if (fits) {
                assertThat(resultOf(stage).body()).hasSize(bytes);
            } else {
                assertThat(failureOf(stage).kind()).isEqualTo(Kind.INVALID);
            }
        }
    }

    @Test
    void whenTheUpstreamSetsACookie_thenItIsNotSentBack() {
        upstream.script(peer -> {
            for (int i = 0; i < 2; i++) {
                peer.readRequest();
                peer.answer(200, "Set-Cookie: a=b\r\n", new byte[0]);
            }
        });
        try (BoundedHttp http = BoundedHttp.open(settings(LONG, 1, 0))) {
            resultOf(http.send(call("1")));
            resultOf(http.send(call("2")));
        }

        assertThat(upstream.requests()).hasSize(2).noneMatch(request -> request.contains("a=b"));
    }

    @Test
    @DisplayName("[R43] 500 callers of a silent upstream hold no threads, and get an answer")
    void whenTheUpstreamHangs_thenTheNumberOfThreadsDoesNotGrowWithTheCalls() {
        try (BoundedHttp http = BoundedHttp.open(settings(Duration.ofSeconds(3), 50, 100))) {
            List<CompletionStage<HttpAnswer>> stages =
                    Stream.generate(() -> http.send(call("x"))).limit(500).toList();
            await().until(() -> upstream.requests().size() == 50);

            assertThat(ownThreads()).hasSizeLessThanOrEqualTo(10);
            assertThat(http.waiting()).isEqualTo(100);
            List<Kind> kinds =
                    stages.stream().map(stage -> failureOf(stage).kind()).toList();
            assertThat(kinds).filteredOn(Kind.OVERLOADED::equals).hasSize(350);
            assertThat(kinds).filteredOn(Kind.TIMEOUT::equals).hasSize(150);
        }
    }

    @Test
    void whenHangingCallsHaveTimedOut_thenEveryPlaceIsFreeAndEveryConnectionClosed() {
        try (BoundedHttp http = BoundedHttp.open(settings(SHORT, 3, 5))) {
            List<CompletionStage<HttpAnswer>> stages =
                    Stream.generate(() -> http.send(call("x"))).limit(8).toList();
            stages.forEach(stage -> assertThat(failureOf(stage).kind()).isEqualTo(Kind.TIMEOUT));

            await().until(() -> http.inFlight() == 0 && http.waiting() == 0 && upstream.openConnections() == 0);
            upstream.script(BoundedHttpTest::echo);
            assertThat(resultOf(http.send(call("again"))).body()).isEqualTo("again");
        }
    }

    @Test
    void whenAPlaceBecomesFree_thenTheWaitingCallIsSent() {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        upstream.script(peer -> {
            String request = peer.readRequest();
            awaitQuietly(mayAnswer);
            peer.answer(200, "text/plain", bodyOf(request));
        });
        try (BoundedHttp http = BoundedHttp.open(settings(LONG, 1, 1))) {
            CompletionStage<HttpAnswer> first = http.send(call("first"));
            CompletionStage<HttpAnswer> second = http.send(call("second"));
            assertThat(failureOf(http.send(call("third"))).kind()).isEqualTo(Kind.OVERLOADED);
            mayAnswer.countDown();

            assertThat(resultOf(first).body()).isEqualTo("first");
            assertThat(resultOf(second).body()).isEqualTo("second");
        }
    }

    @Test
    void whenKeptConnectionsAreClosedByTheUpstream_thenNoCallIsSentTwice() {
        upstream.script(peer -> {
            String request = peer.readRequest();
            peer.answer(200, "Content-Type: text/plain\r\n", bodyOf(request).getBytes(StandardCharsets.UTF_8));
        });
        try (BoundedHttp http = BoundedHttp.open(settings(LONG, 1, 0))) {
            for (int i = 0; i < 200; i++) {
                // It may succeed or break; what counts is what the upstream saw.
                Optional<Throwable> unused = resultOf(
                        http.send(call("body-" + i)).handle((answer, failure) -> Optional.ofNullable(failure)));
            }
        }

        assertThat(upstream.requests().stream().map(BoundedHttpTest::bodyOf))
                .hasSizeGreaterThan(100)
                .doesNotHaveDuplicates();
    }

    @Test
    void whenAnAnswerComes_thenTheCallerContinuesOnAThreadOfTheClientThatHoldsNoWebApplication() {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        upstream.script(peer -> {
            String request = peer.readRequest();
            awaitQuietly(mayAnswer);
            peer.answer(200, "text/plain", bodyOf(request));
        });
        ClassLoader application = new ClassLoader(getClass().getClassLoader()) {};
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(application);
        try (BoundedHttp http = BoundedHttp.open(settings(LONG, 1, 0))) {
            CompletionStage<Thread> continuation = http.send(call("x")).thenApply(answer -> Thread.currentThread());
            mayAnswer.countDown();

            assertThat(resultOf(continuation).getName()).startsWith("ts-token-http-io-");
            assertThat(ownThreads())
                    .isNotEmpty()
                    .allMatch(Thread::isDaemon)
                    .noneMatch(thread -> thread.getContextClassLoader() == application);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void whenClosed_thenEveryCallFailsAndEveryThreadEnds() {
        BoundedHttp http = BoundedHttp.open(settings(LONG, 1, 1));
        CompletionStage<HttpAnswer> inFlight = http.send(call("x"));
        CompletionStage<HttpAnswer> waiting = http.send(call("y"));
        await().until(() -> upstream.requests().size() == 1);

        http.close();

        assertThat(failureOf(inFlight).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failureOf(waiting).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failureOf(http.send(call("z"))).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(http.inFlight() + http.waiting()).isZero();
        await().untilAsserted(() -> assertThat(ownThreads()).isEmpty());
        await().until(() -> upstream.openConnections() == 0);
    }

    @Test
    void whenMoreCallsComeThanThePaceAllows_thenTheyAreSentLaterAndNoneIsLost() {
        upstream.script(BoundedHttpTest::echo);
        HttpSettings paced = new HttpSettings(LONG, LONG, 50, 50, 20, Optional.empty(), Optional.empty());
        long begin = System.nanoTime();
        try (BoundedHttp http = BoundedHttp.open(paced)) {
            List<CompletionStage<HttpAnswer>> results =
                    Stream.generate(() -> http.send(call("x"))).limit(20).toList();
            results.forEach(result -> assertThat(resultOf(result).status()).isEqualTo(200));
        }
        // Five at once, then one every 50 ms.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(700));
    }

    private HttpCall call(String body) {
        return new HttpCall(URI.create(upstream.url() + "/path"), "text/plain", Map.of("X-Mark", "1"), body);
    }

    private static HttpSettings settings(Duration timeout, int maxConcurrent, int maxWaiting) {
        return new HttpSettings(timeout, timeout, maxConcurrent, maxWaiting, 0, Optional.empty(), Optional.empty());
    }

    private static void silence(Peer peer) throws IOException {
        peer.readRequest();
        peer.awaitClose();
    }

    private static void echo(Peer peer) throws IOException {
        peer.answer(200, "text/plain", bodyOf(peer.readRequest()));
    }

    private static String bodyOf(String request) {
        return request.substring(request.indexOf("\r\n\r\n") + 4);
    }

    private static List<Thread> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("ts-token-http-"))
                .toList();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
