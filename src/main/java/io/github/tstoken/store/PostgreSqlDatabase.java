package io.github.tstoken.store;

import io.github.tstoken.config.Secret;
import io.github.tstoken.config.StoreDatabase;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL that is reached over the network, where every wait has an end. The only class that knows its driver. */
final class PostgreSqlDatabase {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** A little longer than the time after which a statement is cancelled, which spares the connection. */
    private static final Duration SILENCE = JdbcStatements.TIMEOUT.plusSeconds(1);

    private static final Duration SILENCE_WHILE_MIGRATING = Duration.ofMinutes(10);

    private PostgreSqlDatabase() {}

    static DataSource forStatements(StoreDatabase.PostgreSql database) {
        return dataSource(database, SILENCE);
    }

    static DataSource forMigrations(StoreDatabase.PostgreSql database) {
        return dataSource(database, SILENCE_WHILE_MIGRATING);
    }

    /** Takes the driver, where the application brings it, out of the JVM's list, which would keep the application in memory. */
    static void forgetDriver() throws SQLException {
        if (Driver.class.getClassLoader() == PostgreSqlDatabase.class.getClassLoader() && Driver.isRegistered()) {
            Driver.deregister();
        }
    }

    /** Connections come from the JVM's list of drivers, which a service that ended before us in this application left. */
    private static void registerDriver() {
        try {
            if (!Driver.isRegistered()) {
                Driver.register();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL's driver cannot be registered", e);
        }
    }

    private static DataSource dataSource(StoreDatabase.PostgreSql database, Duration silence) {
        registerDriver();
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setApplicationName("ts-token");
        dataSource.setConnectTimeout(Math.toIntExact(CONNECT.toSeconds()));
        dataSource.setLoginTimeout(Math.toIntExact(CONNECT.toSeconds()));
        dataSource.setSocketTimeout(Math.toIntExact(silence.toSeconds()));
        // What the address says of the above holds.
        dataSource.setURL(database.url());
        database.user().ifPresent(dataSource::setUser);
        database.password().map(Secret::reveal).ifPresent(dataSource::setPassword);
        return dataSource;
    }
}
