package io.github.tstoken.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tstoken.config.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MemoryFlowsTest extends FlowStoreContract {
    private volatile Instant now = NOW;
    private final MemoryFlows flows = new MemoryFlows(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Override
    FlowStore flows() {
        return flows;
    }

    @Override
    FlowStore later(FlowStore same, Duration time) {
        now = NOW.plus(time);
        return same;
    }

    @Test
    @DisplayName("[R60] however many browsers begin, the memory is bounded")
    void whenMoreBrowsersBeginThanHaveAPlace_thenTheOldestGivesWay() {
        for (int number = 0; number <= 100_000; number++) {
            flows.begin(signIn("state" + number, "browser" + number));
        }
        assertThat(flows.size()).isEqualTo(MemoryFlows.MOST);
        assertThat(flows.take(Secret.of("state" + (100_000 - MemoryFlows.MOST))))
                .isEmpty();
        assertThat(flows.take(Secret.of("state100000"))).isPresent();
    }

    @Test
    void whenFlowsHaveEnded_thenTheyAreNotKept() {
        flows.begin(signIn("a", "browser"));
        flows.begin(signIn("b", "other"));
        now = NOW.plus(LIFE);
        flows.begin(connect("c", "sign-in"));
        assertThat(flows.size()).isEqualTo(1);
    }
}
