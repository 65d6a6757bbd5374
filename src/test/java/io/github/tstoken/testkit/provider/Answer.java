package io.github.tstoken.testkit.provider;

import java.util.Optional;

/**
 * An answer of the provider.
 *
 * @param status the HTTP status
 * @param contentType the media type
 * @param body the body
 * @param location where the browser is sent; empty where it is not
 */
public record Answer(int status, String contentType, String body, Optional<String> location) {
    /** An answer that sends nobody elsewhere. */
    public Answer(int status, String contentType, String body) {
        this(status, contentType, body, Optional.empty());
    }

    static Answer json(int status, String body) {
        return new Answer(status, "application/json", body);
    }

    static Answer text(int status, String body) {
        return new Answer(status, "text/plain", body);
    }

    static Answer redirect(String location) {
        return new Answer(302, "text/plain", "", Optional.of(location));
    }

    /** RFC 6749 section 5.2. */
    static Answer error(int status, String code) {
        return json(status, "{\"error\":\"" + code + "\"}");
    }
}
