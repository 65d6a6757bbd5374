package io.github.tstoken.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes of texts, by which the store finds what it does not want to name. */
final class Sha256 {
    private Sha256() {}

    /** The hash of some texts, in hexadecimal digits; no other texts in this order have the same. */
    static String hex(String... texts) {
        MessageDigest sha256 = sha256();
        for (String text : texts) {
            // Not UTF-8, which would write two texts with different broken surrogates alike.
            byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            sha256.update(bytes);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** "Every implementation of the Java platform is required to support" SHA-256. */
    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
