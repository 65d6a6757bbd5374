package io.github.tstoken.oauth;

import io.github.tstoken.config.ProviderEndpoints;
import io.github.tstoken.config.SigningAlgorithm;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where the endpoints of a server are, and what it does there.
 *
 * @param issuer its name; empty for a plain OAuth 2.0 server, which has none
 * @param authorization where people are sent
 * @param token where codes and refresh tokens are redeemed
 * @param revocation where tokens are revoked
 * @param endSession where sign-ins are ended
 * @param keys where its keys are
 * @param namesItself whether each of its answers says who gives it (RFC 9207 section 3)
 * @param algorithms by which it signs ID tokens
 */
record ServerMetadata(
        Optional<String> issuer,
        URI authorization,
        URI token,
        Optional<URI> revocation,
        Optional<URI> endSession,
        Optional<URI> keys,
        boolean namesItself,
        Set<SigningAlgorithm> algorithms) {

    /** What is configured of a server that does not describe itself. */
    static ServerMetadata of(ProviderEndpoints.Named named) {
        return new ServerMetadata(
                Optional.empty(),
                named.authorization(),
                named.token(),
                named.revocation(),
                Optional.empty(),
                Optional.empty(),
                false,
                Set.of());
    }
}
