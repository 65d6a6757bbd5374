package io.github.tstoken.store;

import java.util.Optional;

/** The keys that something is stored under, held against the keys that are configured. */
final class KeysInUse {
    /** One step through the index for each key, however many rows there are. */
    private static final String NEXT = "SELECT MIN(key_id) AS next_id FROM tstoken_authorization WHERE key_id > ?";

    private KeysInUse() {}

    /**
     * Checks that everything can be decrypted.
     *
     * @throws MissingKeyException when it cannot
     */
    static void check(Statements statements, KeyRing keys) {
        Optional<Integer> id = next(statements, (long) Integer.MIN_VALUE - 1);
        while (id.isPresent()) {
            if (!keys.has(id.get())) {
                throw new MissingKeyException(id.get());
            }
            id = next(statements, id.get());
        }
    }

    private static Optional<Integer> next(Statements statements, long after) {
        return statements
                .query(
                        NEXT,
                        row -> {
                            int id = row.getInt("next_id");
                            return row.wasNull() ? Optional.<Integer>empty() : Optional.of(id);
                        },
                        after)
                .get(0);
    }
}
