package io.github.tstoken.http;

import io.github.tstoken.config.Secret;

/**
 * What the header {@code Authorization} has (RFC 9110 section 11.4).
 *
 * @param scheme how they are meant, such as {@code Bearer}
 * @param secret what follows the scheme, as it is sent
 */
public record Credentials(String scheme, Secret secret) {
    /** A token (RFC 6750 section 2.1). */
    public static Credentials bearer(Secret token) {
        return new Credentials("Bearer", token);
    }
}
