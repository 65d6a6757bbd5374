package io.github.tstoken.store;

import java.util.List;
import java.util.Optional;

/**
 * Encrypts everything anew with the first key, a batch at a time, while the store is in use. Made for one run, by one thread.
 *
 * <p>Every method may throw {@link StoreUnavailableException}; the run can be continued afterwards.
 */
public final class ReEncryption {
    private static final int BATCH = 100;
    private static final String OTHERS = "key_id <> ?";
    private static final String NEXT = "SELECT " + RowReader.COLUMNS + " FROM tstoken_authorization WHERE " + OTHERS
            + " AND (user_key, provider, revocation) > (?, ?, ?)"
            + " ORDER BY user_key, provider, revocation FETCH FIRST " + BATCH + " ROWS ONLY";
    /** Whoever changed the tokens meanwhile encrypted them with a key of his own. */
    private static final String WRITE = "UPDATE tstoken_authorization SET key_id = ?, access_token = ?,"
            + " refresh_token = ?, id_token = ?"
            + " WHERE user_key = ? AND provider = ? AND revocation = ? AND version = ? AND key_id = ?";

    private final Statements statements;
    private final TokenCipher cipher;
    private final int primaryKey;
    private Progress progress;
    private String user = "";
    private String provider = "";
    private String revocation = "";

    /**
     * How far a run is.
     *
     * @param done authorizations that were encrypted anew
     * @param unreadable authorizations that could not be decrypted, and were left as they are
     * @param finished whether there is nothing left to look at
     */
    public record Progress(long done, long unreadable, boolean finished) {}

    ReEncryption(Statements statements, TokenCipher cipher, int primaryKey) {
        this.statements = statements;
        this.cipher = cipher;
        this.primaryKey = primaryKey;
        this.progress = new Progress(0, 0, false);
    }

    /** How many authorizations are encrypted with another key than the first, now. */
    public long remaining() {
        return statements
                .query(
                        "SELECT COUNT(*) AS others FROM tstoken_authorization WHERE " + OTHERS,
                        row -> row.getLong("others"),
                        primaryKey)
                .get(0);
    }

    /** One batch further. */
    public Progress proceed() {
        List<Row> batch = statements.query(NEXT, RowReader::read, primaryKey, user, provider, revocation);
        for (Row row : batch) {
            encrypt(row);
            user = row.key().user().hex();
            provider = row.key().provider().value();
            revocation = row.key().revocation();
        }
        progress = new Progress(progress.done(), progress.unreadable(), batch.isEmpty());
        return progress;
    }

    private void encrypt(Row row) {
        EncryptedTokens old = row.tokens().orElseThrow();
        Optional<PlainTokens> plain = cipher.decrypt(row.key(), row.version(), old);
        if (plain.isEmpty()) {
            progress = new Progress(progress.done(), progress.unreadable() + 1, false);
            return;
        }
        EncryptedTokens tokens = cipher.encrypt(row.key(), row.version(), plain.get());
        int changed = statements.update(
                WRITE,
                tokens.keyId(),
                tokens.accessToken(),
                tokens.refreshToken(),
                tokens.idToken(),
                row.key().user().hex(),
                row.key().provider().value(),
                row.key().revocation(),
                row.version(),
                old.keyId());
        progress = new Progress(progress.done() + changed, progress.unreadable(), false);
    }
}
