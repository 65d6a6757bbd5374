package io.github.tstoken.http;

import io.github.tstoken.config.Secret;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * A request to another server.
 *
 * @param method what is asked
 * @param uri where to
 * @param contentType the type of the body; empty text where the method has none
 * @param headers further headers, without secrets: HttpClient can be told to log them
 * @param credentials what the header {@code Authorization} has, when there is one
 * @param body the body; it has secrets, so it is never logged
 */
public record HttpCall(
        Method method,
        URI uri,
        String contentType,
        Map<String, String> headers,
        Optional<Credentials> credentials,
        String body) {
    /** What is asked. */
    public enum Method {
        /** To read something; such a call has no body. */
        GET,
        /** To have something done. */
        POST
    }

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    /** A POST without credentials. */
    public HttpCall(URI uri, String contentType, Map<String, String> headers, String body) {
        this(Method.POST, uri, contentType, headers, Optional.empty(), body);
    }

    /** A POST, with a token when there is one. */
    public HttpCall(URI uri, String contentType, Map<String, String> headers, Optional<Secret> bearer, String body) {
        this(Method.POST, uri, contentType, headers, bearer.map(Credentials::bearer), body);
    }

    /** A GET. */
    public static HttpCall get(URI uri, Map<String, String> headers) {
        return new HttpCall(Method.GET, uri, "", headers, Optional.empty(), "");
    }

    @Override
    public String toString() {
        return method + " " + uri;
    }
}
