package io.github.tstoken.http;

import static io.github.tstoken.testkit.Failures.resultOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.testkit.FaultyUpstream;
import io.github.tstoken.testkit.Peer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * The one case in which a call is tried twice: it was given to a kept connection that the upstream had closed, which nobody had
 * noticed. Only the I/O thread of the connection could, and there are two of them in turns: the first and the third connection
 * have the same one. It is held up by the answer on the third until the call is given to the first.
 */
class SecondTryTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final CountDownLatch mayAnswerFirst = new CountDownLatch(1);
    private final CountDownLatch mayCloseFirst = new CountDownLatch(1);
    private final CountDownLatch mayAnswerThird = new CountDownLatch(1);
    private final CountDownLatch ioThreadIsHeldUp = new CountDownLatch(1);
    private final CountDownLatch callIsGiven = new CountDownLatch(1);

    @Test
    void whenTheKeptConnectionWasClosedBeforeTheCall_thenTheCallIsSentOnceOnANewOne() throws IOException {
        HttpSettings settings = new HttpSettings(LONG, LONG, 4, 0, 0, Optional.empty(), Optional.empty());
        try (FaultyUpstream upstream = FaultyUpstream.start(this::serve);
                BoundedHttp http = BoundedHttp.open(settings)) {
            CompletionStage<HttpAnswer> first = sent(http, upstream, "first");
            CompletionStage<HttpAnswer> second = sent(http, upstream, "second");
            CompletionStage<HttpAnswer> third = sent(http, upstream, "third").whenComplete((answer, failure) -> {
                ioThreadIsHeldUp.countDown();
                awaitQuietly(callIsGiven);
            });
            mayAnswerFirst.countDown();
            assertThat(resultOf(first).body()).isEqualTo("first");
            mayAnswerThird.countDown();
            awaitQuietly(ioThreadIsHeldUp);
            mayCloseFirst.countDown();
            await().until(() -> upstream.openConnections() == 1);

            CompletionStage<HttpAnswer> fourth = http.send(call(upstream, "fourth"));
            callIsGiven.countDown();

            assertThat(resultOf(fourth).body()).isEqualTo("fourth");
            assertThat(resultOf(third).body()).isEqualTo("third");
            assertThat(second.toCompletableFuture()).isNotDone();
            assertThat(upstream.requests().stream().map(SecondTryTest::bodyOf))
                    .containsExactly("first", "second", "third", "fourth");
        }
    }

    private static CompletionStage<HttpAnswer> sent(BoundedHttp http, FaultyUpstream upstream, String body) {
        int before = upstream.requests().size();
        CompletionStage<HttpAnswer> answer = http.send(call(upstream, body));
        await().until(() -> upstream.requests().size() > before);
        return answer;
    }

    private void serve(Peer peer) throws IOException {
        String body = bodyOf(peer.readRequest());
        switch (body) {
            case "first" -> {
                awaitQuietly(mayAnswerFirst);
                answer(peer, body);
                awaitQuietly(mayCloseFirst);
            }
            case "third" -> {
                awaitQuietly(mayAnswerThird);
                peer.answer(200, "text/plain", body);
            }
            case "fourth" -> answer(peer, body);
            default -> peer.awaitClose();
        }
    }

    private static void answer(Peer peer, String body) throws IOException {
        peer.answer(200, "Content-Type: text/plain\r\n", body.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpCall call(FaultyUpstream upstream, String body) {
        return new HttpCall(URI.create(upstream.url() + "/path"), "text/plain", Map.of(), body);
    }

    private static String bodyOf(String request) {
        return request.substring(request.indexOf("\r\n\r\n") + 4);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
