package io.github.tstoken.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A person, as the store knows one: a hash, so that no database's idea of equal texts can make two people one, and a copy of
 * the database does not list the people.
 */
public final class UserKey {
    private final String hex;

    private UserKey(String hex) {
        this.hex = hex;
    }

    /**
     * The key of a person.
     *
     * @param source the identity source that named the person
     * @param name the exact name
     */
    public static UserKey of(String source, String name) {
        MessageDigest sha256 = sha256();
        for (String text : new String[] {source, name}) {
            // Not UTF-8, which would write two names with different broken surrogates alike.
            byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            sha256.update(bytes);
        }
        return new UserKey(HexFormat.of().formatHex(sha256.digest()));
    }

    /** The key that {@link #hex} wrote. */
    static UserKey ofHex(String hex) {
        return new UserKey(hex);
    }

    String hex() {
        return hex;
    }

    /** "Every implementation of the Java platform is required to support" SHA-256. */
    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserKey key && hex.equals(key.hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    @Override
    public String toString() {
        return "UserKey[" + hex + "]";
    }
}
