package io.github.tstoken.authorizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.tstoken.store.DatabaseThreads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final DatabaseThreads threads = new DatabaseThreads(well -> {});
    private final Places places = new Places(1, threads);

    @AfterEach
    void endThreads() {
        threads.close();
    }

    private CompletableFuture<Boolean> take(Duration longest) {
        return places.take(longest).toCompletableFuture();
    }

    @Test
    void whenThereIsAPlace_thenItIsTakenAtOnce() {
        assertThat(take(LONG)).isCompletedWithValue(true);
    }

    @Test
    void whenAllPlacesAreTaken_thenWhoHasWaitedLongestIsNext() {
        assertThat(take(LONG)).isCompletedWithValue(true);
        CompletableFuture<Boolean> first = take(LONG);
        CompletableFuture<Boolean> second = take(LONG);
        assertThat(first).isNotDone();
        places.give();
        assertThat(first).isCompletedWithValue(true);
        assertThat(second).isNotDone();
        places.give();
        assertThat(second).isCompletedWithValue(true);
    }

    @Test
    void whenNoPlaceComesInTime_thenThereIsNoneAndNoneIsLost() {
        assertThat(take(LONG)).isCompletedWithValue(true);
        CompletableFuture<Boolean> late = take(Duration.ofMillis(10));
        await().until(late::isDone);
        assertThat(late).isCompletedWithValue(false);
        places.give();
        assertThat(take(LONG)).isCompletedWithValue(true);
    }

    @Test
    void whenTheServiceEnds_thenNobodyWaits() {
        assertThat(take(LONG)).isCompletedWithValue(true);
        CompletableFuture<Boolean> waiting = take(LONG);
        threads.close();
        assertThat(waiting).isCompletedWithValue(false);
    }
}
