package io.github.tstoken.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final AtomicLong nanoTime = new AtomicLong();
    private final RateLimit limit = new RateLimit(nanoTime::get);

    @Test
    void whenRequestsComeAtOnce_thenAFewPass() {
        assertThat(passing(100)).isEqualTo(11);
    }

    @Test
    void whenRequestsComeFasterThanAllowed_thenAHundredASecondPass() {
        int before = passing(100);
        int passed = 0;
        for (int tenth = 0; tenth < 10; tenth++) {
            nanoTime.addAndGet(Duration.ofMillis(100).toNanos());
            passed += passing(50);
        }
        assertThat(before).isPositive();
        assertThat(passed).isEqualTo(100);
    }

    private int passing(int requests) {
        return (int)
                IntStream.range(0, requests).filter(request -> limit.take()).count();
    }
}
