package io.github.tstoken.web.guard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a browser asked, as values: all that the guard judges by.
 *
 * @param method the HTTP method as it was sent
 * @param mount the path of the mount point, such as {@code /ts-token}; empty at the root of a server
 * @param path the raw path behind the mount point, nothing decoded; it begins with a slash
 * @param query the raw query, when there is one
 * @param headers the headers of {@link #HEADERS} that the request has, by name in lower case
 * @param ownOrigin the origin that the request itself was sent to, for when no public URL is configured
 */
public record Asked(
        String method,
        String mount,
        String path,
        Optional<String> query,
        Map<String, List<String>> headers,
        String ownOrigin) {
    /** Every header that anything is decided by, by name in lower case. */
    public static final Set<String> HEADERS = Set.of(
            "accept",
            "access-control-request-method",
            "content-type",
            "forwarded",
            "origin",
            "purpose",
            "sec-fetch-dest",
            "sec-fetch-mode",
            "sec-fetch-site",
            "sec-purpose",
            "traceparent",
            "tracestate",
            "x-forwarded-for",
            "x-requested-by");

    public Asked {
        headers = Map.copyOf(headers);
    }

    /** The same address again, as a path from the root of the origin. */
    public String address() {
        return mount + path + query.map(raw -> "?" + raw).orElse("");
    }

    /**
     * All values of a header, by its name in lower case.
     *
     * @throws IllegalArgumentException when {@link #HEADERS} does not have it, so that it was not read
     */
    List<String> all(String name) {
        if (!HEADERS.contains(name)) {
            throw new IllegalArgumentException(name);
        }
        return headers.getOrDefault(name, List.of());
    }

    /** A header's text; several lines of it are joined, so that a doubled header is never mistaken for a single one. */
    public Optional<String> header(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    boolean has(String name, String value) {
        return header(name).filter(value::equalsIgnoreCase).isPresent();
    }
}
