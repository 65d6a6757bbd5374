package io.github.tstoken.thoughtspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("[R42] Retry-After")
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "' 7 ', 7",
        "007, 7",
        "120, 120",
        "121, 120",
        "315360000, 120",
        "99999999999999999999999999, 120",
        "0000000000000000000000000001, 1",
        "'Sun, 22 Nov 2026 12:00:30 GMT', 30",
        "'Sun, 22 Nov 2026 12:02:01 GMT', 120",
        "'Sat, 22 Nov 2036 12:00:00 GMT', 120",
        "'Sun, 22 Nov 2026 11:59:59 GMT', 0",
        "'Thu, 01 Jan 1970 00:00:00 GMT', 0",
    })
    void whenTheValueMakesSense_thenItIsATimeOfAtMostTwoMinutes(String value, long seconds) {
        assertThat(RetryAfter.parse(Optional.of(value), NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-1", "+5", "1.5", "1e9", "soon", "5, 6", "0x10", "٣", "Sun, 99 Nov 2026 12:00:30 GMT"})
    void whenTheValueMakesNoSense_thenThereIsNone(String value) {
        assertThat(RetryAfter.parse(Optional.of(value), NOW)).isEmpty();
    }

    @Test
    void whenThereIsNoHeader_thenThereIsNone() {
        assertThat(RetryAfter.parse(Optional.empty(), NOW)).isEmpty();
    }
}
