package io.github.tstoken.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Reads rows of the table. */
final class RowReader {
    /** What a statement has to select. */
    static final String COLUMNS = "user_key, provider, revocation, version, scopes, connected_at, expires_at,"
            + " refreshed_at, key_id, access_token, refresh_token, id_token, attempts, due_at";

    private RowReader() {}

    static Row read(ResultSet row) throws SQLException {
        RowKey key = new RowKey(
                UserKey.ofHex(row.getString("user_key")),
                new ProviderId(row.getString("provider")),
                row.getString("revocation"));
        return new Row(
                key,
                row.getLong("version"),
                scopes(row.getString("scopes")),
                row.getLong("connected_at"),
                row.getLong("expires_at"),
                instant(row, "refreshed_at"),
                tokens(row),
                row.getInt("attempts"),
                instant(row, "due_at"));
    }

    private static Set<String> scopes(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }

    private static Optional<Long> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(millis);
    }

    private static Optional<EncryptedTokens> tokens(ResultSet row) throws SQLException {
        Optional<Ciphertext> refreshToken = ciphertext(row, "refresh_token");
        Optional<Ciphertext> idToken = ciphertext(row, "id_token");
        int keyId = row.getInt("key_id");
        return ciphertext(row, "access_token")
                .map(accessToken -> new EncryptedTokens(keyId, accessToken, refreshToken, idToken));
    }

    private static Optional<Ciphertext> ciphertext(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).map(Ciphertext::new);
    }
}
