package io.github.tstoken.config;

import java.util.Optional;

/**
 * The secret key of trusted authentication, which can mint a token for anybody, and the one that will follow it. ThoughtSpot
 * accepts one at a time, and changes from one to the other within a moment.
 *
 * @param key the key
 * @param next the other key, which is tried when the first is refused
 */
public record SecretKeyPair(SecretSource key, Optional<SecretSource> next) {}
