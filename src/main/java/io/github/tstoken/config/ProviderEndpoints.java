package io.github.tstoken.config;

import java.net.URI;
import java.util.Optional;

/** Where a provider is. */
public sealed interface ProviderEndpoints {

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
