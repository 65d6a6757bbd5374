package io.github.tstoken.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class ConnectionsTest {
    /** By then the pool sleeps for two and a half seconds before the next one. */
    private static final int VAIN_TRIES = 9;

    private final AtomicInteger tries = new AtomicInteger();
    private final DataSource down = new PGSimpleDataSource() {
        private static final long serialVersionUID = 1;

        @Override
        public Connection getConnection() throws SQLException {
            tries.incrementAndGet();
            throw new SQLException("down");
        }
    };

    @Test
    @DisplayName("[R69] a pool whose database is down leaves no thread behind")
    void whenTheDatabaseIsDownAndTheServiceEnds_thenNoThreadOfThePoolGoesOn() {
        Connections connections = Connections.pooled(down, down);
        await().atMost(Duration.ofSeconds(30)).until(() -> tries.get() >= VAIN_TRIES);
        assertThat(poolThreads()).isNotEmpty();
        connections.closing().run();
        assertThat(poolThreads()).isEmpty();
    }

    private static List<String> poolThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("ts-token-pool-"))
                .toList();
    }
}
