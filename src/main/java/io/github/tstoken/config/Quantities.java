package io.github.tstoken.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Types with a smallest and a largest value. */
final class Quantities {
    private static final Pattern AT_MOST_TEN_DIGITS = Pattern.compile("[0-9]{1,10}");

    private Quantities() {}

    static ValueType<Integer> integer(int smallest, int largest) {
        return ValueType.of("a whole number from " + smallest + " to " + largest, text -> {
            if (!AT_MOST_TEN_DIGITS.matcher(text).matches()) {
                return Optional.empty();
            }
            long number = Long.parseLong(text);
            return number < smallest || number > largest ? Optional.empty() : Optional.of((int) number);
        });
    }

    static ValueType<Duration> duration(String smallest, String largest) {
        Duration least = Duration.parse(smallest);
        Duration most = Duration.parse(largest);
        return ValueType.of(
                "an ISO 8601 duration from " + smallest + " to " + largest,
                text -> parse(text)
                        .filter(duration -> duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0));
    }

    private static Optional<Duration> parse(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
