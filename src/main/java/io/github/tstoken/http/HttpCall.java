package io.github.tstoken.http;

import io.github.tstoken.config.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A POST to another server.
 *
 * @param uri where to
 * @param contentType the type of the body
 * @param headers further headers, without secrets: HttpClient can be told to log them
 * @param bearer the token for the header {@code Authorization}, when it has one
 * @param body the body; it has secrets, so it is never logged
 */
public record HttpCall(URI uri, String contentType, Map<String, String> headers, Optional<Secret> bearer, String body) {
    public HttpCall {
        headers = Map.copyOf(headers);
    }

    /** A call without a token of its own. */
    public HttpCall(URI uri, String contentType, Map<String, String> headers, String body) {
        this(uri, contentType, headers, Optional.empty(), body);
    }

    @Override
    public String toString() {
        return "POST " + uri;
    }
}
