package io.github.tstoken.store;

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
        return new UserKey(Sha256.hex(source, name));
    }

    /** The key that {@link #hex} wrote. */
    static UserKey ofHex(String hex) {
        return new UserKey(hex);
    }

    String hex() {
        return hex;
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
