package io.github.tstoken.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A real PostgreSQL, empty at first, that can be stopped and started again with what it holds. */
public final class Database implements AutoCloseable {
    /** Who may use it, without a password. */
    public static final String USER = "postgres";

    private final Path directory;
    private EmbeddedPostgres server;

    private Database(Path directory, EmbeddedPostgres server) {
        this.directory = directory;
        this.server = server;
    }

    /** Starts one whose files are in this directory. */
    public static Database start(Path directory) throws IOException {
        return new Database(
                directory, builder(directory).setCleanDataDirectory(false).start());
    }

    private static EmbeddedPostgres.Builder builder(Path directory) {
        return EmbeddedPostgres.builder().setDataDirectory(directory.toAbsolutePath());
    }

    /** Where it is, for {@link #USER}. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    /** Ends it and everybody's connections to it. */
    public void stop() throws IOException {
        server.close();
    }

    /** Starts it at the same port. */
    public void startAgain() throws IOException {
        server = builder(directory)
                .setPort(server.getPort())
                .setCleanDataDirectory(false)
                .start();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, "");
    }

    /** Changes something; the number of rows. */
    public int change(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** The first column of every row. */
    public List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
