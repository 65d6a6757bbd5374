package io.github.tstoken.store;

import io.github.tstoken.config.StoreDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL, started with its first use and ended with this Java. */
final class RunningPostgreSql {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private RunningPostgreSql() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StoreDatabase.PostgreSql freshDatabase() {
        String name = "store" + DATABASES.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name);
        return at(SERVER.getPort(), name);
    }

    /** The same database by another way. */
    static StoreDatabase.PostgreSql at(int port, String name) {
        return new StoreDatabase.PostgreSql(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + name, Optional.of("postgres"), Optional.empty());
    }

    static int port() {
        return SERVER.getPort();
    }

    private static void execute(String database, String sql) {
        try (Connection connection = SERVER.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
