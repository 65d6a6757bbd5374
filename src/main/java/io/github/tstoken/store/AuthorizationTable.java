package io.github.tstoken.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The statements on authorizations. What the nodes have to agree on, leases, goes by the database's clock; what people are
 * told goes by ours.
 */
final class AuthorizationTable {
    /** The database's clock in milliseconds, whatever its time zone. */
    static final String NOW = "CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)";

    private static final String KEY = "user_key = ? AND provider = ? AND revocation = ?";
    private static final String SELECT = "SELECT " + RowReader.COLUMNS + " FROM tstoken_authorization WHERE ";
    private static final String UPDATE = "UPDATE tstoken_authorization SET ";
    private static final String NO_LEASE = "lease_holder = '', lease_until = 0";
    private static final String TOKENS =
            "scopes = ?, expires_at = ?, key_id = ?, access_token = ?, refresh_token = ?, id_token = ?";
    private static final String HELD = KEY + " AND version = ? AND lease_holder = ?";

    private final Statements statements;

    AuthorizationTable(Statements statements) {
        this.statements = statements;
    }

    Optional<Row> find(RowKey key) {
        return one(SELECT + KEY, key.user().hex(), key.provider().value(), key.revocation());
    }

    private Optional<Row> one(String sql, Object... values) {
        return statements.query(sql, RowReader::read, values).stream().findFirst();
    }

    List<Row> living(UserKey user) {
        return statements.query(
                SELECT + "user_key = ? AND revocation = '' ORDER BY provider", RowReader::read, user.hex());
    }

    /** False when there is such a row already. */
    boolean insert(Row row) {
        return insert(row, "NULL");
    }

    /** Makes a row that waits to be revoked. */
    void insertRevoked(Row row) {
        boolean unused = insert(row, NOW);
    }

    private boolean insert(Row row, String dueAt) {
        EncryptedTokens tokens = row.tokens().orElseThrow();
        return statements
                .tryUpdate(
                        "INSERT INTO tstoken_authorization (user_key, provider, revocation, version, connected_at, scopes,"
                                + " expires_at, key_id, access_token, refresh_token, id_token, lease_holder,"
                                + " lease_until, attempts, due_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0, 0, " + dueAt + ")",
                        row.key().user().hex(),
                        row.key().provider().value(),
                        row.key().revocation(),
                        row.version(),
                        row.connectedAt(),
                        scopes(row),
                        row.expiresAt(),
                        tokens.keyId(),
                        tokens.accessToken(),
                        tokens.refreshToken(),
                        tokens.idToken())
                .isPresent();
    }

    /** Puts another row in the place of one; false when that has another version by now. */
    boolean replace(Row row, long version) {
        EncryptedTokens tokens = row.tokens().orElseThrow();
        return changed(
                UPDATE + TOKENS + ", version = ?, connected_at = ?, refreshed_at = NULL, " + NO_LEASE + " WHERE " + KEY
                        + " AND version = ?",
                scopes(row),
                row.expiresAt(),
                tokens.keyId(),
                tokens.accessToken(),
                tokens.refreshToken(),
                tokens.idToken(),
                row.version(),
                row.connectedAt(),
                row.key().user().hex(),
                row.key().provider().value(),
                row.key().revocation(),
                version);
    }

    /** Puts the tokens of a refresh into a row; false when somebody else holds it, or it has another version by now. */
    boolean complete(Row row, long version, String holder, long now) {
        EncryptedTokens tokens = row.tokens().orElseThrow();
        return changed(
                UPDATE + TOKENS + ", version = ?, refreshed_at = ?, " + NO_LEASE + " WHERE " + HELD,
                scopes(row),
                row.expiresAt(),
                tokens.keyId(),
                tokens.accessToken(),
                tokens.refreshToken(),
                tokens.idToken(),
                row.version(),
                now,
                row.key().user().hex(),
                row.key().provider().value(),
                row.key().revocation(),
                version,
                holder);
    }

    /** False when somebody else holds the row, it has another version by now, or there is nothing to refresh with. */
    boolean lease(RowKey key, long version, String holder, Duration length) {
        return changed(
                UPDATE + "lease_holder = ?, lease_until = " + NOW + " + ? WHERE " + KEY
                        + " AND version = ? AND refresh_token IS NOT NULL AND lease_until <= " + NOW,
                holder,
                length.toMillis(),
                key.user().hex(),
                key.provider().value(),
                key.revocation(),
                version);
    }

    /** What is left of a pause, in milliseconds: of a lease that nobody holds. */
    Optional<Long> pause(RowKey key, long version) {
        return statements
                .query(
                        "SELECT lease_until - " + NOW + " AS pause FROM tstoken_authorization WHERE " + KEY
                                + " AND version = ? AND lease_holder = '' AND lease_until > " + NOW,
                        row -> row.getLong("pause"),
                        key.user().hex(),
                        key.provider().value(),
                        key.revocation(),
                        version)
                .stream()
                .findFirst();
    }

    /** Through the index of the ends, which for tokens that are refreshed are never long ago. */
    List<Row> idle(ProviderId provider, long endedBefore, int most) {
        return statements.query(
                SELECT + "expires_at < ? AND provider = ? AND revocation = '' AND refresh_token IS NOT NULL"
                        + " AND lease_until <= " + NOW + " ORDER BY expires_at FETCH FIRST ? ROWS ONLY",
                RowReader::read,
                endedBefore,
                provider.value(),
                most);
    }

    Optional<Row> leased(RowKey key, String holder) {
        return one(
                SELECT + KEY + " AND lease_holder = ?",
                key.user().hex(),
                key.provider().value(),
                key.revocation(),
                holder);
    }

    void release(RowKey key, long version, String holder, Duration pause) {
        boolean unused = changed(
                UPDATE + "lease_holder = '', lease_until = " + NOW + " + ? WHERE " + HELD,
                pause.toMillis(),
                key.user().hex(),
                key.provider().value(),
                key.revocation(),
                version,
                holder);
    }

    boolean endGrant(RowKey key, long version, String holder, long now) {
        return changed(
                UPDATE + "version = version + 1, expires_at = ?, key_id = NULL, access_token = NULL,"
                        + " refresh_token = NULL, id_token = NULL, " + NO_LEASE + " WHERE " + HELD,
                now,
                key.user().hex(),
                key.provider().value(),
                key.revocation(),
                version,
                holder);
    }

    boolean revoke(RowKey key, String revocation, long now) {
        return changed(
                UPDATE + "revocation = ?, expires_at = ?, due_at = " + NOW + ", " + NO_LEASE + " WHERE " + KEY,
                revocation,
                now,
                key.user().hex(),
                key.provider().value(),
                key.revocation());
    }

    private boolean changed(String sql, Object... values) {
        return statements.update(sql, values) == 1;
    }

    private static String scopes(Row row) {
        return String.join(" ", row.scopes());
    }
}
