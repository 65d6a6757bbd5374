package io.github.tstoken.config;

import java.util.Optional;

/**
 * Who this service is to a provider: a client that the provider knows (RFC 6749 section 2).
 *
 * @param clientId the name that the provider gave to us
 * @param method how we prove that we are it
 * @param secret the client secret; present with {@code client_secret_basic} and {@code client_secret_post}
 * @param nextSecret the secret that follows, or the one before: tried when the other is refused
 * @param privateKey a private key in PEM; present with {@code private_key_jwt}
 */
public record ClientRegistration(
        String clientId,
        ClientAuthMethod method,
        Optional<SecretSource> secret,
        Optional<SecretSource> nextSecret,
        Optional<SecretSource> privateKey) {}
