package io.github.tstoken.web.answer;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
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

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The trace that a {@code traceparent} header continues, or a new one when it has none that is valid. */
    public static TraceId continuing(Optional<String> traceparent) {
        return traceparent
                .map(TRACEPARENT::matcher)
                .filter(Matcher::matches)
                .map(match -> new TraceId(match.group(1)))
                .orElseGet(TraceId::random);
    }

    private static TraceId random() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new TraceId(HexFormat.of().formatHex(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
