package io.github.tstoken.http;

import io.github.tstoken.config.ThoughtSpotConfig;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The bounds within which other servers are called.
 *
 * @param connectTimeout the longest wait for a connection, and for its TLS handshake
 * @param timeout the deadline of a whole call: waiting for a place, name lookup, connecting, headers and body
 * @param maxConcurrent calls in flight at once, at least 1
 * @param maxWaiting calls that may wait for a place; 0 means that nobody waits
 * @param rateLimit calls that may begin in a second, the others wait; 0 for any number
 * @param proxy an http proxy, {@code http://host:port}
 * @param trustStore certificates to trust instead of the JVM's
 */
public record HttpSettings(
        Duration connectTimeout,
        Duration timeout,
        int maxConcurrent,
        int maxWaiting,
        int rateLimit,
        Optional<URI> proxy,
        Optional<ThoughtSpotConfig.TrustStore> trustStore) {

    /** The bounds for ThoughtSpot. */
    public static HttpSettings of(ThoughtSpotConfig config) {
        return new HttpSettings(
                config.connectTimeout(),
                config.timeout(),
                config.maxConcurrent(),
                config.maxWaiting(),
                config.rateLimit(),
                config.proxy(),
                config.trustStore());
    }
}
