package io.github.tstoken.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
    private final List<AuditEvent> events = new ArrayList<>();
    private final AuditTrail trail = new AuditTrail(events::add, AuditEvent.Action.MINT, "trace");

    @Test
    @DisplayName("[R66] a request has exactly one line, however often it ends")
    void whenARequestEndsTwice_thenTheFirstEndCounts() {
        trail.refused("not-signed-in", false, Optional.empty());
        trail.granted();
        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event.problem()).contains("not-signed-in"));
    }

    @Test
    void whenThereIsNothingToSay_thenThereIsNoLine() {
        trail.silent();
        trail.granted();
        trail.refused("not-connected", false, Optional.empty());
        assertThat(events).isEmpty();
    }

    @Test
    void whenNothingWasFoundOut_thenTheLineNamesNobody() {
        trail.refused("bad-path", false, Optional.empty());
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.caller()).isEmpty();
            assertThat(event.request()).isEmpty();
        });
    }
}
