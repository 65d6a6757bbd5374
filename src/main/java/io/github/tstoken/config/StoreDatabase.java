package io.github.tstoken.config;

import java.nio.file.Path;
import java.util.Optional;

/** Where stored tokens are kept. */
public sealed interface StoreDatabase {

    /**
     * A database of our own in a file, for one server.
     *
     * @param directory where the file is; made when it does not exist
     */
    record Embedded(Path directory) implements StoreDatabase {}

    /**
     * A PostgreSQL, with connections of our own.
     *
     * @param url {@code jdbc:postgresql:...}, without a password
     */
    record PostgreSql(String url, Optional<String> user, Optional<Secret> password) implements StoreDatabase {}

    /**
     * A {@code DataSource} of the server, with the server's connections.
     *
     * @param name its name in JNDI, such as {@code java:comp/env/jdbc/ts-token}
     */
    record Container(String name) implements StoreDatabase {}
}
