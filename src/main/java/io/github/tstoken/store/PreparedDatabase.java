package io.github.tstoken.store;

import java.util.List;
import java.util.Optional;

/** Statements that run when the database is prepared, and fail until then. */
record PreparedDatabase(Readiness readiness, Statements statements) implements Statements {

    @Override
    public Optional<Integer> tryUpdate(String sql, Object... values) {
        readiness.ensure();
        return statements.tryUpdate(sql, values);
    }

    @Override
    public <T> List<T> query(String sql, Reading<T> reading, Object... values) {
        readiness.ensure();
        return statements.query(sql, reading, values);
    }
}
