package io.github.tstoken.mint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.github.tstoken.identity.Caller;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PersonLimitTest {
    private final ManualMeter time = new ManualMeter();
    private final PersonLimit limit = new PersonLimit(30, time);

    @Test
    @DisplayName("[R68] a person has so many mints in a minute, and learns exactly when there is another")
    void whenAPersonHasHadThemAll_thenTheWaitIsExact() {
        take("bob", 30);
        assertThat(limit.count(caller("bob"))).contains(Duration.ofSeconds(2));
        time.now += Duration.ofMillis(1500).toNanos();
        assertThat(limit.count(caller("bob"))).contains(Duration.ofMillis(500));
        time.now += Duration.ofMillis(500).toNanos();
        take("bob", 1);
        assertThat(limit.count(caller("bob"))).contains(Duration.ofSeconds(2));
    }

    @Test
    void whenOnePersonHasHadThemAll_thenNobodyElseHas() {
        take("bob", 30);
        take("alice", 30);
    }

    @Test
    void whenThereIsNoLimit_thenThereIsNone() {
        PersonLimit none = new PersonLimit(0, time);
        for (int mint = 0; mint < 1000; mint++) {
            assertThat(none.count(caller("bob"))).isEmpty();
        }
    }

    private void take(String name, int mints) {
        for (int mint = 0; mint < mints; mint++) {
            assertThat(limit.count(caller(name))).isEmpty();
        }
    }

    private static Caller caller(String name) {
        return new Caller(name, "principal", Set.of(), Map.of(), Map.of());
    }

    private static final class ManualMeter implements TimeMeter {
        private long now;

        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
