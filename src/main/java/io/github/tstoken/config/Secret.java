package io.github.tstoken.config;

/**
 * A value that must never be shown: a key, a token, a password.
 *
 * <p>Guarantees: {@link #toString()} never has the value; there is no {@code equals}, no serialization, and the one way to the
 * value is {@link #reveal()}, so that every use is found by searching for that name.
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

    /**
     * The value itself, for the one place that must send it. Never log or store the result; what is made of
     * it is a {@code Secret} again.
     */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }
}
