package io.github.tstoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import io.github.tstoken.testkit.TokenIssuer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PublishedKeysTest {
    private static final KeySet OLD = set("old");
    private static final KeySet NEW = set("new");

    private final AtomicLong time = new AtomicLong();
    private final Queue<CompletionStage<KeySet>> answers = new ArrayDeque<>();
    private final PublishedKeys keys = new PublishedKeys(answers::remove, time::get);

    @Test
    void whenKeysWereFetched_thenTheyAreNotFetchedForEachToken() throws Exception {
        answers.add(published(OLD));
        assertThat(keys.keyFor(named("old"))).isPresent();
        assertThat(keys.keyFor(named("old"))).isPresent();
    }

    @Test
    void whenKeysAreNoLongerNew_thenNewerOnesAreFetchedBehindTheRequest() throws Exception {
        CompletableFuture<KeySet> slow = new CompletableFuture<>();
        answers.addAll(List.of(published(OLD), slow));
        keys.keyFor(named("old"));
        pass(PublishedKeys.REFRESH);
        assertThat(keys.keyFor(named("old"))).isPresent();
        assertThat(answers).isEmpty();
        slow.complete(NEW);
        assertThat(keys.keyFor(named("new"))).isPresent();
    }

    @Test
    @DisplayName("[R62] a key that the issuer has withdrawn is not used any more")
    void whenTheNewerKeysLackOne_thenItIsGone() throws Exception {
        answers.addAll(List.of(published(OLD), published(NEW)));
        keys.keyFor(named("old"));
        pass(PublishedKeys.REFRESH);
        CompletableFuture<KeySet> unused = keys.fetch();
        assertThat(keys.keyFor(named("old"))).isEmpty();
    }

    @Test
    @DisplayName("[R62] a token of a key that is not known yet makes the keys be fetched at once")
    void whenTheKeyIsNew_thenItIsFound() throws Exception {
        answers.addAll(List.of(published(OLD), published(NEW)));
        keys.keyFor(named("old"));
        pass(PublishedKeys.PAUSE);
        assertThat(keys.keyFor(named("new"))).isPresent();
    }

    @Test
    @DisplayName("[R62] unknown keys cause one fetch a minute, whatever comes in")
    void whenManyUnknownKeysCome_thenTheIssuerIsAskedOnceAMinute() throws Exception {
        answers.addAll(List.of(published(OLD), published(OLD)));
        for (int token = 0; token < 100; token++) {
            assertThat(keys.keyFor(named("unknown" + token))).isEmpty();
        }
        assertThat(answers).hasSize(1);
        pass(PublishedKeys.PAUSE);
        for (int token = 0; token < 100; token++) {
            assertThat(keys.keyFor(named("unknown" + token))).isEmpty();
        }
        assertThat(answers).isEmpty();
    }

    @Test
    void whenTheIssuerIsAway_thenTheKnownKeysStayInUseForADay() throws Exception {
        answers.add(published(OLD));
        keys.keyFor(named("old"));
        for (Duration hour = Duration.ofHours(1); hour.compareTo(PublishedKeys.USABLE) < 0; hour = hour.plusHours(1)) {
            answers.add(failed());
            pass(Duration.ofHours(1));
            assertThat(keys.keyFor(named("old"))).isPresent();
        }
        answers.add(failed());
        pass(Duration.ofHours(1));
        assertUnavailable("old");
    }

    @Test
    void whenTheLatestFetchFailed_thenNobodyCanSayThatAKeyIsUnknown() throws Exception {
        answers.addAll(List.of(published(OLD), failed()));
        keys.keyFor(named("old"));
        pass(PublishedKeys.PAUSE);
        assertUnavailable("new");
        assertUnavailable("new");
        assertThat(keys.keyFor(named("old"))).isPresent();
    }

    @Test
    void whenTheFirstFetchFails_thenItIsTriedAgainSoonButNotAtOnce() throws Exception {
        answers.addAll(List.of(failed(), published(OLD)));
        assertUnavailable("old");
        assertUnavailable("old");
        pass(PublishedKeys.PAUSE_AFTER_FAILURE);
        assertThat(keys.keyFor(named("old"))).isPresent();
    }

    @Test
    void whenTheIssuerIsSilent_thenARequestWaitsNotForLongAndFewDo() throws Exception {
        answers.add(new CompletableFuture<>());
        long begin = System.nanoTime();
        ExecutorService requests = Executors.newFixedThreadPool(20);
        try {
            List<Future<?>> all = IntStream.range(0, 20)
                    .<Future<?>>mapToObj(request -> requests.submit(() -> assertUnavailable("old")))
                    .toList();
            for (Future<?> each : all) {
                each.get(20, TimeUnit.SECONDS);
            }
        } finally {
            requests.shutdownNow();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
    }

    private void assertUnavailable(String key) {
        assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> keys.keyFor(named(key)));
    }

    private void pass(Duration duration) {
        time.addAndGet(duration.toNanos());
    }

    private static CompletionStage<KeySet> published(KeySet keys) {
        return CompletableFuture.completedFuture(keys);
    }

    private static CompletionStage<KeySet> failed() {
        return CompletableFuture.failedFuture(new IllegalStateException("away"));
    }

    private static JWSHeader named(String id) {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id).build();
    }

    private static KeySet set(String id) {
        return KeySet.parse(TokenIssuer.set(List.of(TokenIssuer.rsaKey(id, ""))))
                .orElseThrow();
    }
}
