package io.github.tstoken.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * ThoughtSpot's address, secret key and limits.
 *
 * @param url the cluster's base URL without a trailing slash; https, or http to loopback
 * @param secretKeys the secret keys of trusted authentication
 * @param api which REST API mints the tokens
 * @param v1TokenPath path of the REST v1 token operation
 * @param org the Org of everybody who has no other; empty lets ThoughtSpot choose
 * @param connectTimeout the longest wait for a connection
 * @param timeout the deadline of a whole call: waiting for a place, connecting, headers and body
 * @param maxConcurrent calls in flight at once
 * @param maxWaiting calls that may wait for a place; one more is refused
 * @param rateLimit calls that may begin in a second, the others wait; 0 for any number
 * @param proxy an http proxy, {@code http://host:port}
 * @param trustStore certificates to trust instead of the JVM's
 */
public record ThoughtSpotConfig(
        URI url,
        SecretKeys secretKeys,
        Api api,
        String v1TokenPath,
        OptionalInt org,
        Duration connectTimeout,
        Duration timeout,
        int maxConcurrent,
        int maxWaiting,
        int rateLimit,
        Optional<URI> proxy,
        Optional<TrustStore> trustStore) {

    /** The generation of ThoughtSpot's REST API. */
    public enum Api {
        /** REST API v2: tokens with a chosen life, usable as bearer tokens. */
        V2,
        /** REST API v1, for old clusters: tokens for cookie-based sign-in only. */
        V1
    }

    /**
     * A key store file (PKCS12 or JKS) with trusted certificates, seen to be readable at start.
     *
     * @param file the file
     * @param password its password, when it has one
     */
    public record TrustStore(Path file, Optional<Secret> password) {}
}
