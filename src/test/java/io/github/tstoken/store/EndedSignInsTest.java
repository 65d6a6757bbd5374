package io.github.tstoken.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndedSignInsTest extends StoreTest {
    private static final SignInEnd EARLY = new SignInEnd("a", NOW);
    private static final SignInEnd LATE = new SignInEnd("b", NOW.plusSeconds(60));

    @Test
    void whenANodeTells_thenEveryNodeHears() {
        EndedSignIns here = node().endedSignIns();
        EndedSignIns there = node().endedSignIns();
        assertThat(there.since(NOW)).isEmpty();
        here.add(List.of(EARLY, LATE), NOW);
        assertThat(there.since(NOW)).containsExactlyInAnyOrder(EARLY, LATE);
        assertThat(there.since(NOW.plusMillis(1))).containsExactly(LATE);
    }

    @Test
    void whenTheSameEndsTwice_thenBothAreHeardOf() {
        EndedSignIns node = node().endedSignIns();
        node.add(List.of(EARLY), NOW);
        node.add(List.of(EARLY), NOW);
        assertThat(node.since(NOW)).containsExactly(EARLY, EARLY);
    }

    @Test
    void whenAnEndIsOfNoUseAnyMore_thenItIsForgotten() {
        EndedSignIns node = node().endedSignIns();
        node.add(List.of(EARLY), NOW);
        node.add(List.of(LATE), NOW.plusMillis(1));
        assertThat(node.since(NOW.minus(Duration.ofDays(1)))).containsExactly(LATE);
    }
}
