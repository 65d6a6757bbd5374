package io.github.tstoken.web.answer;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id under which a request is found in our log: W3C Trace Context's trace-id, 32 hexadecimal digits.
 *
 * @param value the digits, in lower case
 */
public record TraceId(String value) {
    /** "version-format = trace-id "-" parent-id "-" trace-flags", W3C Trace Context section 3.2.2. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    /** The trace that a {@code traceparent} header continues, or a new one when it has none that is valid. */
    public static TraceId continuing(Optional<String> traceparent) {
        return traceparent
                .map(TRACEPARENT::matcher)
                .filter(Matcher::matches)
                .map(match -> new TraceId(match.group(1)))
                .orElseGet(TraceId::random);
    }

    /** Nobody is kept out by an id that is hard to guess, so it need not be. */
    private static TraceId random() {
        HexFormat hex = HexFormat.of();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // Never all zero, which is no trace id.
        return new TraceId(hex.toHexDigits(random.nextLong() | 1) + hex.toHexDigits(random.nextLong()));
    }

    @Override
    public String toString() {
        return value;
    }
}
