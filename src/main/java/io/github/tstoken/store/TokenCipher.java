package io.github.tstoken.store;

import io.github.tstoken.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * Encrypts tokens for one place in the table.
 *
 * <p>Guarantees: what was encrypted for one person, provider, version and column can be read there and nowhere else, and not
 * at all after any bit of it was changed. Nobody who can write to the database can give one person the tokens of another. Who
 * puts a whole row back as it was once, with its version, brings its tokens back.
 */
final class TokenCipher {
    private static final String LABEL = "ts-token authorization 1";

    private final KeyRing keys;

    TokenCipher(KeyRing keys) {
        this.keys = keys;
    }

    /** Encrypts what a provider granted. */
    EncryptedTokens encrypt(RowKey row, long version, PlainTokens tokens) {
        return new EncryptedTokens(
                keys.primaryId(),
                encrypt(row, version, "access_token", tokens.accessToken()),
                tokens.refreshToken().map(token -> encrypt(row, version, "refresh_token", token)),
                tokens.idToken().map(token -> encrypt(row, version, "id_token", token)));
    }

    private Ciphertext encrypt(RowKey row, long version, String column, Secret token) {
        try {
            byte[] text = token.reveal().getBytes(StandardCharsets.UTF_8);
            return new Ciphertext(keys.aead().encrypt(text, place(row, version, column)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot encrypt with AES-256-GCM", e);
        }
    }

    /** All tokens of a row; empty when one of them was not encrypted for it, or its key is not here. */
    Optional<PlainTokens> decrypt(RowKey row, long version, EncryptedTokens tokens) {
        try {
            return Optional.of(new PlainTokens(
                    decrypt(row, version, "access_token", tokens.accessToken()),
                    decrypt(row, version, "refresh_token", tokens.refreshToken()),
                    decrypt(row, version, "id_token", tokens.idToken())));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Optional<Secret> decrypt(RowKey row, long version, String column, Optional<Ciphertext> encrypted)
            throws GeneralSecurityException {
        return encrypted.isPresent() ? Optional.of(decrypt(row, version, column, encrypted.get())) : Optional.empty();
    }

    private Secret decrypt(RowKey row, long version, String column, Ciphertext encrypted)
            throws GeneralSecurityException {
        byte[] text = keys.aead().decrypt(encrypted.bytes(), place(row, version, column));
        return Secret.of(new String(text, StandardCharsets.UTF_8));
    }

    private static byte[] place(RowKey row, long version, String column) {
        return Place.of(LABEL, row.user().hex(), row.provider().value(), Long.toString(version), column);
    }
}
