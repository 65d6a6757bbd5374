package io.github.tstoken.config;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * A key of 256 bits that encrypts what is stored.
 *
 * <p>Guarantees: {@link #toString()} never has any of it; there is no {@code equals}, no serialization, and the one way to the
 * bytes is {@link #reveal()}.
 */
public final class EncryptionKey {
    private static final int BYTES = 32;

    private final byte[] bytes;

    private EncryptionKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The key that a line of base64 has ({@code openssl rand -base64 32}); empty when it is not 32 bytes. */
    public static Optional<EncryptionKey> parse(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return bytes.length == BYTES ? Optional.of(new EncryptionKey(bytes)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The keys of a text with one per line, or with commas between them; empty when one is wrong or there twice, or none is there. */
    static List<EncryptionKey> parseAll(String text) {
        List<String> written = Arrays.stream(text.split("[\\r\\n,]"))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
        List<EncryptionKey> keys =
                written.stream().flatMap(key -> parse(key).stream()).toList();
        boolean right = keys.size() == written.size() && new HashSet<>(written).size() == written.size();
        return right ? keys : List.of();
    }

    /** The key itself, for the cipher alone. */
    public byte[] reveal() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "EncryptionKey[redacted]";
    }
}
