package io.github.tstoken.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Runs statements on a database, and keeps its words to itself: PostgreSQL's messages repeat what is in a row. */
final class JdbcStatements implements Statements {
    static final Duration TIMEOUT = Duration.ofSeconds(1);
    /** SQL:2016, class 23: integrity constraint violation; both databases name the subclass so. */
    private static final String UNIQUE_VIOLATION = "23505";

    private final DataSource database;

    /** What is done with a statement. */
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    JdbcStatements(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<Integer> tryUpdate(String sql, Object... values) {
        try {
            return Optional.of(run(sql, values, PreparedStatement::executeUpdate));
        } catch (SQLException failure) {
            if (UNIQUE_VIOLATION.equals(failure.getSQLState())) {
                return Optional.empty();
            }
            throw unavailable(failure);
        }
    }

    @Override
    public <T> List<T> query(String sql, Reading<T> reading, Object... values) {
        try {
            return run(sql, values, statement -> rows(statement, reading));
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    private static <T> List<T> rows(PreparedStatement statement, Reading<T> reading) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(reading.read(result));
            }
        }
        return rows;
    }

    private <T> T run(String sql, Object[] values, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            // A server's DataSource may give connections that commit only when told.
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout(Math.toIntExact(TIMEOUT.toSeconds()));
                for (int index = 0; index < values.length; index++) {
                    statement.setObject(index + 1, value(values[index]));
                }
                return work.on(statement);
            }
        }
    }

    private static Object value(Object value) {
        Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return present instanceof Ciphertext ciphertext ? ciphertext.bytes() : present;
    }

    private static StoreUnavailableException unavailable(SQLException failure) {
        return new StoreUnavailableException("the database failed with SQLSTATE " + failure.getSQLState());
    }
}
