package io.github.tstoken.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.tstoken.testkit.Database;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * What a read of a token is compared with: the same row by the same index through plain JDBC, with as many connections, each in
 * the hands of one thread, and nothing else.
 */
final class BareSelect implements AutoCloseable {
    private static final int CONNECTIONS = 10;
    private static final String SELECT =
            "SELECT user_key, provider, revocation, version, scopes, connected_at, expires_at, refreshed_at, key_id,"
                    + " access_token, refresh_token, id_token, attempts FROM tstoken_authorization"
                    + " WHERE user_key = ? AND provider = ? AND revocation = ''";

    private final HikariDataSource pool;
    private final List<String> keys;
    private final Duration time;

    /**
     * Ready to read.
     *
     * @param keys whose rows are read by turns
     * @param time how long a round takes
     */
    BareSelect(Database database, List<String> keys, Duration time) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(Database.USER);
        config.setMaximumPoolSize(CONNECTIONS);
        this.pool = new HikariDataSource(config);
        this.keys = List.copyOf(keys);
        this.time = time;
    }

    Round run() throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS, Daemon::thread);
        try {
            long begin = System.nanoTime();
            List<Callable<List<Long>>> work = new ArrayList<>();
            for (int thread = 0; thread < CONNECTIONS; thread++) {
                int first = thread;
                work.add(() -> readUntil(begin + time.toNanos(), first));
            }
            LongStream all = LongStream.empty();
            for (Future<List<Long>> thread : threads.invokeAll(work)) {
                all = LongStream.concat(all, thread.get().stream().mapToLong(Long::longValue));
            }
            return new Round(all, Duration.ofNanos(System.nanoTime() - begin));
        } catch (ExecutionException e) {
            throw new IOException("a select failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> readUntil(long end, int first) throws SQLException {
        List<Long> times = new ArrayList<>();
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
            read(keys.get((first + times.size()) % keys.size()));
            times.add(System.nanoTime() - now);
        }
        return times;
    }

    private void read(String key) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setString(1, key);
            statement.setString(2, StoreBenchmark.PROVIDER);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || row.getBytes("access_token").length == 0) {
                    throw new SQLException("a row is missing");
                }
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
