package io.github.tstoken.config;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Optional;

/** Opens a trust store at start, so that a wrong one is not first seen as an untrusted ThoughtSpot. */
final class TrustStoreCheck {
    private TrustStoreCheck() {}

    static Optional<String> mistakeIn(Path file, Optional<Secret> password) {
        char[] characters =
                password.map(secret -> secret.reveal().toCharArray()).orElse(null);
        try {
            return hasCertificate(KeyStore.getInstance(file.toFile(), characters))
                    ? Optional.empty()
                    : Optional.of("has no trusted certificate (of a PKCS12 file without its password none is seen)");
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return Optional.of("cannot be read as a key store with the password that is set");
        }
    }

    private static boolean hasCertificate(KeyStore store) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.isCertificateEntry(alias)) {
                return true;
            }
        }
        return false;
    }
}
