package io.github.tstoken.thoughtspot;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code Retry-After} header. "The value of this field can be either an HTTP-date or a number of seconds to delay after
 * receiving the response." (RFC 9110, 10.2.3)
 */
final class RetryAfter {
    /** Nobody is told to wait longer, whatever the upstream says. */
    static final Duration MAX = Duration.ofMinutes(2);

    private static final Pattern SECONDS = Pattern.compile("[0-9]+");
    private static final int DIGITS_OF_MAX = 3;

    private RetryAfter() {}

    /** The time to wait, capped; zero when that time is past; empty when the value is missing or makes no sense. */
    static Optional<Duration> parse(Optional<String> value, Instant now) {
        return value.map(String::strip)
                .flatMap(text -> SECONDS.matcher(text).matches() ? seconds(text) : date(text, now));
    }

    private static Optional<Duration> seconds(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return Optional.of(
                significant.length() > DIGITS_OF_MAX ? MAX : capped(Duration.ofSeconds(Long.parseLong(significant))));
    }

    private static Optional<Duration> date(String text, Instant now) {
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(until.isAfter(now) ? capped(Duration.between(now, until)) : Duration.ZERO);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration capped(Duration wait) {
        return wait.compareTo(MAX) > 0 ? MAX : wait;
    }
}
