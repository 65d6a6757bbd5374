package io.github.tstoken.thoughtspot;

import static io.github.tstoken.testkit.Failures.resultOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.Secret;
import io.github.tstoken.config.ThoughtSpotConfig.Api;
import io.github.tstoken.config.ThoughtSpotConfig.TrustStore;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.HttpSettings;
import io.github.tstoken.http.UpstreamFailure;
import io.github.tstoken.http.UpstreamFailure.Kind;
import io.github.tstoken.testkit.Certificates;
import io.github.tstoken.testkit.FaultyUpstream;
import io.github.tstoken.testkit.Peer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("[R36] the server's certificate")
class TlsFaultTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String TOKEN = "a token";
    private static final Duration SHORT = Duration.ofMillis(800);
    private static final Instant NOW = Instant.ofEpochMilli(1724277430000L);

    @TempDir
    private static Path folder;

    private static Optional<TrustStore> trusted;
    private static SSLContext good;
    private static SSLContext anotherName;
    private static SSLContext expired;

    @BeforeAll
    static void makeCertificates() {
        Certificates certificates = new Certificates(folder);
        trusted = Optional.of(new TrustStore(certificates.trustStore(), Optional.of(Secret.of(Certificates.PASSWORD))));
        good = certificates.server("ip:127.0.0.1", "-validity", "5");
        anotherName = certificates.server("dns:thoughtspot.example", "-validity", "5");
        expired = certificates.server("ip:127.0.0.1", "-startdate", "-10d", "-validity", "5");
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void whenItIsTrusted_thenTheTokenComes(Api api) throws IOException {
        try (FaultyUpstream upstream = FaultyUpstream.startTls(good, peer -> answer(api, peer))) {
            assertThat(mint(api, upstream, trusted, TIMEOUT)).isEqualTo(TOKEN);
        }
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void whenItsAuthorityIsNotTrusted_thenNothingIsSent(Api api) throws IOException {
        untrusted(api, good, Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void whenItIsForAnotherHost_thenNothingIsSent(Api api) throws IOException {
        untrusted(api, anotherName, trusted);
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void whenItHasExpired_thenNothingIsSent(Api api) throws IOException {
        untrusted(api, expired, trusted);
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    @DisplayName("a server that speaks no TLS at all")
    void whenTheServerSpeaksNoTls_thenNothingIsSent(Api api) throws IOException {
        try (FaultyUpstream plain = FaultyUpstream.start(peer -> peer.send("HTTP/1.1 200 OK\r\n\r\n"))) {
            assertThat(mint(api, plain, trusted, TIMEOUT)).isEqualTo(Kind.UNTRUSTED.name());
            assertThat(plain.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    @DisplayName("a server that never finishes the handshake")
    void whenTheHandshakeIsSilent_thenItTimesOut(Api api) throws IOException {
        try (FaultyUpstream silent = FaultyUpstream.start(Peer::awaitClose)) {
            assertThat(mint(api, silent, trusted, SHORT)).isEqualTo(Kind.TIMEOUT.name());
        }
    }

    private static void untrusted(Api api, SSLContext server, Optional<TrustStore> trust) throws IOException {
        try (FaultyUpstream upstream = FaultyUpstream.startTls(server, peer -> answer(api, peer))) {
            assertThat(mint(api, upstream, trust, TIMEOUT)).isEqualTo(Kind.UNTRUSTED.name());
            assertThat(upstream.requests()).isEmpty();
        }
    }

    /** A token, or the kind of failure. */
    private static String mint(Api api, FaultyUpstream upstream, Optional<TrustStore> trust, Duration timeout) {
        URI url = URI.create("https://127.0.0.1:" + upstream.url().getPort());
        HttpSettings settings = new HttpSettings(timeout, timeout, 1, 0, 0, Optional.empty(), trust);
        try (BoundedHttp http = BoundedHttp.open(settings)) {
            ThoughtSpotClient client = ThoughtSpotClients.of(
                    Clients.config(url, api, Clients.SECRET_KEY, timeout),
                    http,
                    Clock.fixed(NOW, ZoneOffset.UTC),
                    () -> {});
            return resultOf(Clients.mint(client, Clients.full("alice", 0))
                    .handle((token, failure) -> token != null
                            ? TOKEN
                            : ((UpstreamFailure) failure).kind().name()));
        }
    }

    private static void answer(Api api, Peer peer) throws IOException {
        peer.readRequest();
        peer.answer(
                200,
                "text/plain",
                api == Api.V1 ? "JHNoaXJvMSRTSEEtMjU2JDUwMDAwMCRP" : Corpus.read("answers-good/full.json"));
    }
}
