package io.github.tstoken.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Runs single statements, each a transaction of its own and within a deadline. A value is a text, a number, a ciphertext, or an
 * {@code Optional} of one of these.
 *
 * <p>Every method may throw {@link StoreUnavailableException}.
 */
interface Statements {

    /** Makes a value of one row. */
    interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Changes rows and says how many; empty when a row with that primary key is there already. */
    Optional<Integer> tryUpdate(String sql, Object... values);

    /** Reads rows. */
    <T> List<T> query(String sql, Reading<T> reading, Object... values);

    /** Changes rows and says how many. */
    default int update(String sql, Object... values) {
        return tryUpdate(sql, values)
                .orElseThrow(() -> new StoreUnavailableException("a row was made twice at the same moment"));
    }
}
