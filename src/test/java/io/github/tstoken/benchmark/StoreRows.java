package io.github.tstoken.benchmark;

import io.github.tstoken.testkit.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The rows of a token store: those of people who connected, and many beside that look like them and that nobody reads. */
final class StoreRows {
    private static final String FILL = """
            INSERT INTO tstoken_authorization (user_key, provider, revocation, version, connected_at, scopes, expires_at,
                key_id, access_token, refresh_token, id_token, lease_holder, lease_until, attempts)
            SELECT encode(sha256(CAST('filler ' || number AS BYTEA)), 'hex'), provider, '', 1, connected_at, scopes,
                expires_at + number, key_id, access_token, refresh_token, id_token, '', 0, 0
            FROM generate_series(:first, :last) AS number, (SELECT * FROM tstoken_authorization LIMIT 1) AS model
            """;

    private final Database database;
    private final List<String> keys;
    private int size;

    private StoreRows(Database database, List<String> keys) {
        this.database = database;
        this.keys = keys;
        this.size = keys.size();
    }

    /** Those that are there now are read. */
    static StoreRows of(Database database) throws SQLException {
        return new StoreRows(database, database.column("SELECT user_key FROM tstoken_authorization"));
    }

    /** Fills the table up to so many rows. */
    void growTo(int rows) throws SQLException {
        size += database.change(
                FILL.replace(":first", String.valueOf(size)).replace(":last", String.valueOf(rows - 1)));
        database.change("VACUUM ANALYZE tstoken_authorization");
        database.change("CHECKPOINT");
    }

    /** Reads the rows of the people who connected. */
    BareSelect bareSelect(Duration time) {
        return new BareSelect(database, keys, time);
    }
}
