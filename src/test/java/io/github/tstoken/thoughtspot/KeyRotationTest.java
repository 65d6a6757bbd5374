package io.github.tstoken.thoughtspot;

import static io.github.tstoken.testkit.Failures.failureOf;
import static io.github.tstoken.testkit.Failures.resultOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.Secret;
import io.github.tstoken.config.SecretKeyPair;
import io.github.tstoken.config.SecretKeys;
import io.github.tstoken.config.SecretSource;
import io.github.tstoken.config.ThoughtSpotConfig;
import io.github.tstoken.config.ThoughtSpotConfig.Api;
import io.github.tstoken.http.BoundedHttp;
import io.github.tstoken.http.HttpSettings;
import io.github.tstoken.http.UpstreamFailure.Kind;
import io.github.tstoken.standin.Paths;
import io.github.tstoken.standin.StandInThoughtSpot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyRotationTest {
    private static final int ROTATIONS = 10;

    private final StandInThoughtSpot thoughtSpot = StandInThoughtSpot.start();
    private final AtomicInteger changes = new AtomicInteger();
    private final List<BoundedHttp> connections = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        connections.forEach(BoundedHttp::close);
        thoughtSpot.close();
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    @DisplayName("[R34] when a key is refused the other is tried once, and is used from then on")
    void whenTheKeyIsRefused_thenTheOtherIsUsedFromThenOn(Api api) {
        ThoughtSpotClient client = client(api, SecretSource.of(Secret.of("old")), Optional.of("new"));
        thoughtSpot.settings().secretKey("old");
        resultOf(Clients.mint(client, Clients.full("alice")));
        thoughtSpot.settings().secretKey("new");
        thoughtSpot.journal().clear();

        resultOf(Clients.mint(client, Clients.full("alice")));
        resultOf(Clients.mint(client, Clients.full("alice")));

        assertThat(thoughtSpot.journal().entries()).hasSize(3);
        assertThat(changes).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void whenBothKeysAreRefused_thenThoughtSpotIsAskedTwiceAndNoMore(Api api) {
        ThoughtSpotClient client = client(api, SecretSource.of(Secret.of("old")), Optional.of("new"));

        assertThat(failureOf(Clients.mint(client, Clients.full("alice"))).kind())
                .isEqualTo(Kind.REJECTED_SERVICE);

        assertThat(thoughtSpot.journal().entries()).hasSize(2);
        assertThat(changes).hasValue(0);
    }

    @Test
    void whenThePersonIsRefused_thenTheOtherKeyIsNotTried() {
        thoughtSpot.users().lock("carol");
        thoughtSpot.settings().secretKey("old");
        ThoughtSpotClient client = client(Api.V2, SecretSource.of(Secret.of("old")), Optional.of("new"));

        assertThat(failureOf(Clients.mint(client, Clients.full("carol"))).kind())
                .isEqualTo(Kind.REJECTED_USER);

        assertThat(thoughtSpot.journal().to(Paths.V2_FULL)).hasSize(1);
    }

    @Test
    @DisplayName("[R34] 20 requests a second during 10 rotations: none is lost")
    void whenTheKeyIsRotatedUnderLoad_thenNoRequestIsLost() throws IOException {
        Path one = write(folder.resolve("one"), "key-0");
        Path other = write(folder.resolve("other"), "key-1");
        thoughtSpot.settings().secretKey("key-0");
        ThoughtSpotClient client = client(
                Api.V2,
                SecretSource.ofFile(one, Secret.of("key-0")),
                Optional.of(SecretSource.ofFile(other, Secret.of("key-1"))),
                true);
        ConcurrentLinkedQueue<CompletionStage<LoginToken>> minted = new ConcurrentLinkedQueue<>();
        ScheduledExecutorService load = Executors.newSingleThreadScheduledExecutor();
        try {
            var unused = load.scheduleAtFixedRate(
                    () -> minted.add(Clients.mint(client, Clients.full("alice"))), 0, 50, TimeUnit.MILLISECONDS);
            for (int rotation = 1; rotation <= ROTATIONS; rotation++) {
                int before = minted.size();
                Awaitility.await().until(() -> minted.size() > before + 5);
                thoughtSpot.settings().secretKey("key-" + rotation);
                int now = minted.size();
                Awaitility.await().until(() -> minted.size() > now + 5);
                // The key that has just ended makes room for the one after the next.
                write(rotation % 2 == 1 ? one : other, "key-" + (rotation + 1));
            }
        } finally {
            load.shutdown();
        }
        minted.forEach(each -> assertThat(resultOf(each).username()).isEqualTo("alice"));
        assertThat(changes).hasValue(ROTATIONS);
    }

    private static Path write(Path file, String key) throws IOException {
        return Files.writeString(file, key + "\n");
    }

    private ThoughtSpotClient client(Api api, SecretSource key, Optional<String> next) {
        return client(api, key, next.map(Secret::of).map(SecretSource::of), false);
    }

    private ThoughtSpotClient client(Api api, SecretSource key, Optional<SecretSource> next, boolean underLoad) {
        Duration timeout = Duration.ofSeconds(10);
        URI url = thoughtSpot.url();
        ThoughtSpotConfig config = new ThoughtSpotConfig(
                url,
                new SecretKeys(new SecretKeyPair(key, next), Map.of()),
                api,
                Paths.V1_TOKEN,
                OptionalInt.empty(),
                timeout,
                timeout,
                underLoad ? 64 : 1,
                8,
                0,
                Optional.empty(),
                Optional.empty());
        BoundedHttp http = BoundedHttp.open(HttpSettings.of(config));
        connections.add(http);
        return ThoughtSpotClients.of(config, http, Clock.systemUTC(), changes::incrementAndGet);
    }
}
