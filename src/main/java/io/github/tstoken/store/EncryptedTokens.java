package io.github.tstoken.store;

import java.util.Optional;

/**
 * The tokens of one row, as they are stored.
 *
 * @param keyId the key that they are encrypted with
 */
record EncryptedTokens(
        int keyId, Ciphertext accessToken, Optional<Ciphertext> refreshToken, Optional<Ciphertext> idToken) {}
