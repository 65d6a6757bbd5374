package io.github.tstoken.http;

import java.net.URI;
import java.util.Map;

/**
 * A POST to another server.
 *
 * @param uri where to
 * @param contentType the type of the body
 * @param headers further headers
 * @param body the body; it has secrets, so it is never logged
 */
public record HttpCall(URI uri, String contentType, Map<String, String> headers, String body) {
    public HttpCall {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "POST " + uri;
    }
}
