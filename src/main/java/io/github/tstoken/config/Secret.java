package io.github.tstoken.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A value that must never be shown: a key, a token, a password.
 *
 * <p>Guarantees: {@link #toString()} never has the value; there is no {@code equals} (use {@link #matches}), no
 * serialization, and the one way to the value is {@link #reveal()}, so that every use is found by searching for that name.
 */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a value.
     *
     * @throws IllegalArgumentException when the value is empty
     */
    public static Secret of(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a secret is never empty");
        }
        return new Secret(value);
    }

    /** The value itself, for the one place that must send or compare it. Never log, store or concatenate the result. */
    public String reveal() {
        return value;
    }

    /** Compares in a time that does not depend on where the values differ. */
    public boolean matches(Secret other) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), other.value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
