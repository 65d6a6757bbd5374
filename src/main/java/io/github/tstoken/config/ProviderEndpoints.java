package io.github.tstoken.config;

import java.net.URI;
import java.util.Optional;

/** Where a provider is. */
public sealed interface ProviderEndpoints {

    /**
     * The address of an endpoint that a provider says it has: https, or plain http to loopback; without user and fragment. One on
     * this machine only when the provider is known to be on it, since nobody else has a say in what is called here.
     *
     * @param text the address
     * @param namedAt where it was said
     * @return empty when it is anything else
     */
    static Optional<URI> endpoint(String text, URI namedAt) {
        try {
            return Optional.of(Addresses.ENDPOINT.parse(text))
                    .filter(address -> !Addresses.isLoopback(address) || Addresses.isLoopback(namedAt));
        } catch (RejectedValueException isNone) {
            return Optional.empty();
        }
    }

    /**
     * An OpenID Provider or authorization server that describes itself (OpenID Connect Discovery, RFC 8414).
     *
     * @param discoveryUrl the document with its metadata
     * @param issuer what the document has to say of itself, byte for byte; empty when the document is believed
     */
    record Discovered(URI discoveryUrl, Optional<String> issuer) implements ProviderEndpoints {}

    /**
     * A plain OAuth 2.0 server without such a document.
     *
     * @param authorization where the person is sent
     * @param token where codes and refresh tokens are redeemed
     * @param revocation where tokens are ended (RFC 7009); empty when it has no such place
     */
    record Named(URI authorization, URI token, Optional<URI> revocation) implements ProviderEndpoints {}
}
