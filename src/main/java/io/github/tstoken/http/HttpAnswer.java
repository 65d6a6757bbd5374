package io.github.tstoken.http;

import java.util.Optional;

/**
 * A complete answer of another server, whatever its status.
 *
 * @param status the HTTP status
 * @param contentType the media type in lower case and without parameters; empty text when there is none
 * @param retryAfter the {@code Retry-After} header as it was sent
 * @param body the whole body, read as UTF-8 and bounded; it may have secrets, so it is never logged
 */
public record HttpAnswer(int status, String contentType, Optional<String> retryAfter, String body) {
    @Override
    public String toString() {
        return "HTTP " + status + " " + contentType;
    }
}
