package io.github.tstoken.mint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1000);
    private final Breaker breaker = new Breaker(nanoTime::get);

    @Test
    void whenThoughtSpotFailsNowAndThen_thenAllCallsGoThrough() {
        fail(9);
        breaker.answered();
        fail(9);
        assertThat(breaker.enter()).isPresent();
    }

    @Test
    @DisplayName("[R44] a ThoughtSpot that only fails is tried once in half a second")
    void whenThoughtSpotOnlyFails_thenFewCallsTry() {
        fail(10);
        assertThat(breaker.enter()).isEmpty();
        pass(Duration.ofMillis(499));
        assertThat(breaker.enter()).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(breaker.enter()).isPresent();
        assertThat(breaker.enter()).isEmpty();
    }

    @Test
    @DisplayName("[R44] a call that is tried and hangs keeps nobody else from trying")
    void whenTheCallThatTriesHangs_thenTheNextOneTriesInTime() {
        fail(10);
        pass(Duration.ofMillis(500));
        assertThat(breaker.enter()).isPresent();
        pass(Duration.ofMillis(500));
        assertThat(breaker.enter()).isPresent();
    }

    @Test
    @DisplayName("[R44] the first answer lets all calls through")
    void whenThoughtSpotAnswersAgain_thenAllCallsGoThrough() {
        fail(10);
        breaker.answered();
        assertThat(breaker.enter()).isPresent();
        assertThat(breaker.enter()).isPresent();
    }

    @Test
    void whenOldCallsFailAfterAnAnswer_thenTheySayNothingAboutNow() {
        long before = breaker.enter().orElseThrow();
        pass(Duration.ofSeconds(1));
        breaker.answered();
        for (int call = 0; call < 100; call++) {
            breaker.fault(before);
        }
        assertThat(breaker.enter()).isPresent();
    }

    private void fail(int times) {
        for (int call = 0; call < times; call++) {
            OptionalLong begun = breaker.enter();
            breaker.fault(begun.orElseThrow());
        }
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
