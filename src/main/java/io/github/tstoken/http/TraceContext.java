package io.github.tstoken.http;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The trace that a request belongs to, W3C Trace Context: what it causes at other servers belongs to the same.
 *
 * @param traceId 32 hexadecimal digits in lower case, under which the request is found in our logs
 * @param flags two hexadecimal digits: whether the caller records the trace
 * @param state what tracing systems want to be passed on, as it came
 */
public record TraceContext(String traceId, String flags, Optional<String> state) {
    /** "version-format = trace-id "-" parent-id "-" trace-flags", W3C Trace Context section 3.2.2. */
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})");

    /** "Vendors SHOULD propagate at least 512 characters of a combined header", section 3.3.1.5; nobody needs more. */
    private static final Pattern TRACESTATE = Pattern.compile("[\\x20-\\x7e]{1,512}");

    private static final String NOT_RECORDED = "00";

    /** A trace that begins here. */
    public static TraceContext begin() {
        // Never all zero, which is no trace id.
        return new TraceContext(hex(random() | 1) + hex(random()), NOT_RECORDED, Optional.empty());
    }

    /**
     * The trace that the headers of a request continue, or a new one when {@code traceparent} is none that is valid. "If the
     * vendor failed to parse traceparent, it MUST NOT attempt to parse tracestate", section 3.3.
     */
    public static TraceContext continuing(Optional<String> traceparent, Optional<String> tracestate) {
        return traceparent
                .map(TRACEPARENT::matcher)
                .filter(Matcher::matches)
                .map(match -> new TraceContext(match.group(1), match.group(2), tracestate.filter(TraceContext::isText)))
                .orElseGet(TraceContext::begin);
    }

    private static boolean isText(String tracestate) {
        return TRACESTATE.matcher(tracestate).matches();
    }

    /** The headers of one call that belongs to this trace. */
    public Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        headers.put("traceparent", "00-" + traceId + "-" + hex(random() | 1) + "-" + flags);
        state.ifPresent(value -> headers.put("tracestate", value));
        return headers;
    }

    /** Nobody is kept out by an id that is hard to guess, so it need not be. */
    private static long random() {
        return ThreadLocalRandom.current().nextLong();
    }

    private static String hex(long value) {
        return HexFormat.of().toHexDigits(value);
    }
}
