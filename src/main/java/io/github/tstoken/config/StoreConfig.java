package io.github.tstoken.config;

import java.util.List;

/**
 * Where and how the tokens of other providers are kept.
 *
 * @param database where they are
 * @param encryptionKeys never empty; the first encrypts, all decrypt
 */
public record StoreConfig(StoreDatabase database, List<EncryptionKey> encryptionKeys) {
    public StoreConfig {
        encryptionKeys = List.copyOf(encryptionKeys);
    }
}
