package io.github.tstoken.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A SHA-256 of something by which a browser proves who it is: it tells two apart, and opens nothing.
 *
 * <p>Guarantees: {@link #toString()} never has any of it.
 */
public final class Fingerprint {
    private final byte[] digest;

    private Fingerprint(byte[] digest) {
        this.digest = digest;
    }

    /** The fingerprint of some texts; no other texts in this order have the same. */
    public static Fingerprint of(String... texts) {
        MessageDigest sha256 = sha256();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            sha256.update(bytes);
        }
        return new Fingerprint(sha256.digest());
    }

    /** "Every implementation of the Java platform is required to support" SHA-256. */
    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The fingerprint that {@link #hex} wrote. */
    static Fingerprint ofHex(String hex) {
        return new Fingerprint(HexFormat.of().parseHex(hex));
    }

    /** It in hexadecimal digits, for keeping it. */
    public String hex() {
        return HexFormat.of().formatHex(digest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fingerprint fingerprint && Arrays.equals(digest, fingerprint.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    @Override
    public String toString() {
        return "Fingerprint[redacted]";
    }
}
