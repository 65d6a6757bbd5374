package io.github.tstoken.thoughtspot;

import static io.github.tstoken.testkit.Failures.failureOf;
import static io.github.tstoken.testkit.Failures.resultOf;
import static io.github.tstoken.thoughtspot.FaultScripts.afterRequest;
import static io.github.tstoken.thoughtspot.FaultScripts.answer;
import static io.github.tstoken.thoughtspot.FaultScripts.cut;
import static io.github.tstoken.thoughtspot.FaultScripts.good;
import static io.github.tstoken.thoughtspot.FaultScripts.head;
import static io.github.tstoken.thoughtspot.FaultScripts.ok;
import static io.github.tstoken.thoughtspot.FaultScripts.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.config.ThoughtSpotConfig;
import io.github.tstoken.config.ThoughtSpotConfig.Api;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.HttpSettings;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.http.UpstreamFailure.Kind;
import io.github.tstoken.testkit.FaultyUpstream;
import io.github.tstoken.testkit.FaultyUpstream.Script;
import io.github.tstoken.testkit.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A ThoughtSpot, or something in its place, that does anything but answer well. */
class FaultTest {
    /** For upstreams that make us wait until then. */
    private static final Duration DEADLINE = Duration.ofMillis(800);
    /** For upstreams that answer, however busy the machine is. */
    private static final Duration LATER = Duration.ofSeconds(4);

    private static final Duration GENEROUS = Duration.ofSeconds(5);
    private static final Instant NOW = Instant.ofEpochMilli(1724277430000L);

    private final FaultyUpstream upstream = FaultyUpstream.start(Peer::awaitClose);

    @AfterEach
    void stop() throws IOException {
        upstream.close();
    }

    private record Fault(String name, Script script, Kind kind) {
        @Override
        public String toString() {
            return name + " -> " + kind;
        }
    }

    static Stream<Arguments> faults() {
        List<Fault> faults = List.of(
                new Fault("[R37] silent", Peer::awaitClose, Kind.TIMEOUT),
                new Fault("[R37] headers late", FaultScripts::headersLate, Kind.TIMEOUT),
                new Fault("[R38] body dripping", FaultScripts::drip, Kind.TIMEOUT),
                new Fault("headers dripping", FaultScripts::dripHeaders, Kind.TIMEOUT),
                new Fault("information for ever", FaultScripts::informForEver, Kind.TIMEOUT),
                new Fault("[R44] reset before the request", Peer::reset, Kind.UNREACHABLE),
                new Fault("[R44] reset after the request", afterRequest(Peer::reset), Kind.UNREACHABLE),
                new Fault("closed after the request", afterRequest(peer -> {}), Kind.UNREACHABLE),
                new Fault("[R44] reset in the headers", sent("HTTP/1.1 200 OK\r\nContent-"), Kind.UNREACHABLE),
                new Fault("[R44] reset in the body", sent(head("Content-Length: 500") + "{\"to"), Kind.UNREACHABLE),
                new Fault(
                        "closed in a chunk", cut(head("Transfer-Encoding: chunked") + "ff\r\n{\"to"), Kind.UNREACHABLE),
                new Fault("closed in the body", cut(head("Content-Length: 500") + "{\"to"), Kind.UNREACHABLE),
                new Fault("garbage", cut("\u0000\u0001\u0002 garbage\r\n\r\n"), Kind.INVALID),
                new Fault("another protocol", cut("SSH-2.0-OpenSSH_9.6\r\n"), Kind.INVALID),
                new Fault("bad chunks", cut(head("Transfer-Encoding: chunked") + "zz\r\n{}\r\n"), Kind.INVALID),
                new Fault("endless header", cut("HTTP/1.1 200 OK\r\nX: " + "a".repeat(1 << 20)), Kind.INVALID),
                new Fault("too many headers", cut("HTTP/1.1 200 OK\r\n" + "X: a\r\n".repeat(1000)), Kind.INVALID),
                new Fault("[R39] 10 MB with a length", FaultScripts::large, Kind.INVALID),
                new Fault("[R39] 10 MB without a length", FaultScripts::largeUnannounced, Kind.INVALID),
                new Fault("[R39] 1000 deep", ok("[".repeat(1000) + "]".repeat(1000)), Kind.INVALID),
                new Fault("[R39] 1000 deep object", ok("{\"a\":".repeat(1000) + "1" + "}".repeat(1000)), Kind.INVALID),
                new Fault("[R39] gzip bomb", FaultScripts::gzipBomb, Kind.INVALID),
                new Fault("[R39] wrong charset", FaultScripts::utf16, Kind.INVALID),
                new Fault("no content", answer(204, ""), Kind.INVALID),
                new Fault("not found", answer(404, "<html>404</html>"), Kind.INVALID),
                new Fault("gateway page", answer(502, "<html>Bad Gateway</html>"), Kind.UNREACHABLE),
                new Fault("[R42] 429", answer(429, ""), Kind.THROTTLED),
                new Fault("[R42] 503", answer(503, "<html>busy</html>"), Kind.THROTTLED));
        return faults.stream().flatMap(fault -> Arrays.stream(Api.values()).map(api -> Arguments.of(api, fault)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void whenTheUpstreamMisbehaves_thenThereIsOneFailureInTimeAndTheConnectionIsClosed(Api api, Fault fault) {
        upstream.script(fault.script());
        Instant start = Instant.now();
        try (Client client = new Client(api, upstream.url(), fault.kind() == Kind.TIMEOUT ? DEADLINE : LATER)) {
            UpstreamFailure failure = failureOf(client.mint());

            assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(fault.kind());
            assertThat(Duration.between(start, Instant.now())).isLessThan(GENEROUS);
            assertThat(failure.getMessage()).doesNotContain("garbage", "SSH", "html", "canary", "alice");
            assertThat(failure).hasNoCause();
            await().until(() -> upstream.openConnections() == 0);
            assertThat(upstream.requests()).hasSizeLessThanOrEqualTo(1);
        }
    }

    static Stream<Arguments> hostileAnswers() {
        return Corpus.files("answers")
                .flatMap(file -> Arrays.stream(Api.values()).map(api -> Arguments.of(api, file)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hostileAnswers")
    @DisplayName("[R39] hostile bodies")
    void whenTheBodyIsHostile_thenItIsInvalid(Api api, Path file) {
        upstream.script(ok(Corpus.read(file)));
        try (Client client = new Client(api, upstream.url())) {
            assertThat(failureOf(client.mint()).kind()).isEqualTo(Kind.INVALID);
        }
    }

    static Stream<Path> wrongAnswers() {
        return Corpus.files("answers-wrong");
    }

    @ParameterizedTest
    @MethodSource("wrongAnswers")
    @DisplayName("[R17] wrong tokens")
    void whenTheTokenIsNotWhatWasAsked_thenItIsRevokedByItselfAndNotHandedOut(Path file) {
        upstream.script(ok(Corpus.read(file)));
        try (Client client = new Client(Api.V2, upstream.url())) {
            assertThat(failureOf(client.mint()).kind()).isEqualTo(Kind.INVALID);
            await().until(() -> upstream.requests().size() == 2);
        }

        assertThat(upstream.requests().get(1))
                .startsWith("POST /api/rest/2.0/auth/token/revoke ")
                .containsIgnoringCase("\r\nAuthorization: Bearer YWxpY2U6Z29vZA+/x==\r\n")
                .doesNotContain(Clients.SECRET_KEY)
                .endsWith("{\"token\":\"YWxpY2U6Z29vZA+/x==\"}");
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void whenTheUpstreamIsWellAgain_thenTheNextMintWorks(Api api) {
        upstream.script(afterRequest(Peer::reset));
        try (Client client = new Client(api, upstream.url())) {
            failureOf(client.mint());
            upstream.script(good(api));

            assertThat(resultOf(client.mint()).username()).isEqualTo("alice");
        }
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    @DisplayName("[R40] a redirect is never followed")
    void whenTheUpstreamRedirects_thenNobodyElseIsAsked(Api api) throws IOException {
        try (FaultyUpstream other = FaultyUpstream.start(good(api))) {
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                for (URI target : List.of(other.url(), upstream.url())) {
                    upstream.requests().clear();
                    upstream.script(afterRequest(peer ->
                            peer.answer(status, "Location: " + target + "/\r\nConnection: close\r\n", new byte[0])));
                    try (Client client = new Client(api, upstream.url())) {
                        assertThat(failureOf(client.mint()).kind()).isEqualTo(Kind.INVALID);
                    }
                    assertThat(upstream.requests()).hasSize(1);
                }
            }
            assertThat(other.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    @DisplayName("[R37] connection refused")
    void whenNobodyListens_thenItIsUnreachable(Api api) throws IOException {
        URI url = upstream.url();
        upstream.close();
        try (Client client = new Client(api, url)) {
            assertThat(failureOf(client.mint()).kind()).isEqualTo(Kind.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    @DisplayName("[R37] no connection in time")
    void whenTheConnectionIsNeverMade_thenItTimesOut(Api api) throws IOException {
        List<SocketChannel> filling = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 8; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()));
                filling.add(channel);
            }
            try (Client client = new Client(api, URI.create("http://127.0.0.1:" + full.getLocalPort()), DEADLINE)) {
                assertThat(failureOf(client.mint()).kind()).isEqualTo(Kind.TIMEOUT);
            }
        } finally {
            for (SocketChannel channel : filling) {
                channel.close();
            }
        }
    }

    @Test
    void whenNothingIsWrong_thenTheScriptsOfThisTestGiveAToken() {
        for (Api api : Api.values()) {
            upstream.script(good(api));
            try (Client client = new Client(api, upstream.url())) {
                resultOf(client.mint());
            }
        }
    }

    /** One client with its own connections. */
    private static final class Client implements AutoCloseable {
        private final BoundedHttp http;
        private final ThoughtSpotClient client;

        Client(Api api, URI url) {
            this(api, url, LATER);
        }

        Client(Api api, URI url, Duration deadline) {
            ThoughtSpotConfig config = Clients.config(url, api, Clients.SECRET_KEY, deadline);
            http = BoundedHttp.open(HttpSettings.of(config));
            client = ThoughtSpotClients.of(config, http, Clock.fixed(NOW, ZoneOffset.UTC), () -> {});
        }

        CompletionStage<LoginToken> mint() {
            return Clients.mint(client, Clients.full("alice", 0));
        }

        @Override
        public void close() {
            http.close();
        }
    }
}
