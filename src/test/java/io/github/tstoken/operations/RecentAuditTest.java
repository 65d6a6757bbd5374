package io.github.tstoken.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentAuditTest {
    private final RecentAudit recent = new RecentAudit();

    @Test
    void whenLinesAreAsked_thenTheNewestComeFirst() {
        recent.add("1");
        recent.add("2");
        recent.add("3");
        assertThat(recent.newest(2)).containsExactly("3", "2");
    }

    @Test
    void whenThereAreManyLines_thenTheOldestAreForgotten() {
        for (int line = 0; line < RecentAudit.MOST + 5; line++) {
            recent.add(Integer.toString(line));
        }
        assertThat(recent.newest(Integer.MAX_VALUE)).hasSize(RecentAudit.MOST).endsWith("5");
    }
}
