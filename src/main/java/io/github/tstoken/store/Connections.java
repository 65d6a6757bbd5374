package io.github.tstoken.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.tstoken.config.StoreDatabase;
import java.time.Duration;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/**
 * Connections to the database: few, each waited for a second at most. Those of a server's {@code DataSource} are bounded as
 * the server is told.
 *
 * @param forStatements for everything that people wait for
 * @param forMigrations the same database without a pool, whose statements may take longer
 * @param closing ends what was opened here
 */
record Connections(DataSource forStatements, DataSource forMigrations, Runnable closing) {
    /** As many threads wait for the database. */
    static final int MOST = 10;

    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final Duration ALIVE_CHECK = Duration.ofMillis(500);
    private static final Duration IDLE = Duration.ofMinutes(1);

    /**
     * Connections to a database; none is made yet.
     *
     * @throws IllegalArgumentException when there can be no such database
     */
    static Connections to(StoreDatabase database) {
        if (database instanceof StoreDatabase.Embedded embedded) {
            DataSource file = EmbeddedDatabase.in(embedded.directory());
            return pooled(file, file);
        }
        if (database instanceof StoreDatabase.PostgreSql postgreSql) {
            return pooled(PostgreSqlDatabase.forStatements(postgreSql), PostgreSqlDatabase.forMigrations(postgreSql));
        }
        DataSource found = find(((StoreDatabase.Container) database).name());
        return new Connections(found, found, () -> {});
    }

    static Connections pooled(DataSource forStatements, DataSource forMigrations) {
        PoolThreads threads = new PoolThreads();
        HikariConfig config = new HikariConfig();
        config.setPoolName("ts-token-store");
        config.setThreadFactory(threads);
        config.setDataSource(forStatements);
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(1);
        config.setIdleTimeout(IDLE.toMillis());
        config.setConnectionTimeout(WAIT.toMillis());
        config.setValidationTimeout(ALIVE_CHECK.toMillis());
        // A database that is down at start must not stop the rest of the service.
        config.setInitializationFailTimeout(-1);
        HikariDataSource pool = new HikariDataSource(config);
        return new Connections(pool, forMigrations, () -> {
            pool.close();
            threads.end();
        });
    }

    /** The name is the administrator's; one of a naming service elsewhere, whose answers could be anything, is refused. */
    @SuppressWarnings("BanJNDI")
    private static DataSource find(String name) {
        try {
            boolean ofThisServer = name.startsWith("java:") || !name.contains(":");
            if (ofThisServer && new InitialContext().lookup(name) instanceof DataSource dataSource) {
                return dataSource;
            }
        } catch (NamingException e) {
            // said below
        }
        throw new IllegalArgumentException("the server has no DataSource with the JNDI name " + name);
    }
}
