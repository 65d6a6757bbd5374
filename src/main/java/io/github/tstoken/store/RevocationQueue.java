package io.github.tstoken.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The tokens that providers are to be told to forget. Each is claimed by one node at a time; one that a node did not finish,
 * because it ended, is claimed again later.
 *
 * <p>Every method may throw {@link StoreUnavailableException}.
 */
public final class RevocationQueue {
    private static final int AT_ONCE = 20;
    private static final String DUE = "SELECT " + RowReader.COLUMNS + " FROM tstoken_authorization WHERE due_at <= "
            + AuthorizationTable.NOW + " ORDER BY due_at FETCH FIRST " + AT_ONCE + " ROWS ONLY";
    /** No two claims of a row have the same number of attempts. */
    private static final String CLAIMED =
            " WHERE user_key = ? AND provider = ? AND revocation = ? AND attempts = ? AND revocation <> ''";

    private final Statements statements;
    private final TokenCipher cipher;

    RevocationQueue(Statements statements, TokenCipher cipher) {
        this.statements = statements;
        this.cipher = cipher;
    }

    /**
     * Takes one that is due.
     *
     * @param length longer than the provider can take to answer: afterwards another node may try
     * @return empty when nothing is due, or others were faster
     */
    public Optional<Revocation> claim(Duration length) {
        for (List<Row> due = due(); !due.isEmpty(); due = due()) {
            for (Row row : due) {
                Optional<Revocation> claimed = claim(row, length);
                if (claimed.isPresent()) {
                    return claimed;
                }
            }
        }
        return Optional.empty();
    }

    private List<Row> due() {
        return statements.query(DUE, RowReader::read);
    }

    /** Empty when another node has it, or when nothing in it can be read, so that there is nothing to tell anybody. */
    private Optional<Revocation> claim(Row row, Duration length) {
        if (!postpone(row.key(), row.attempts(), 1, length)) {
            return Optional.empty();
        }
        int attempt = row.attempts() + 1;
        Optional<PlainTokens> tokens =
                row.tokens().flatMap(encrypted -> cipher.decrypt(row.key(), row.version(), encrypted));
        if (tokens.isEmpty()) {
            delete(row.key(), attempt);
        }
        return tokens.map(
                plain -> new Revocation(row.key(), attempt, Optional.of(plain.accessToken()), plain.refreshToken()));
    }

    /** The provider knows, or will never know: the tokens are deleted. */
    public void finish(Revocation revocation) {
        delete(revocation.row(), revocation.attempt());
    }

    /** The provider could not be told: it is due again after some time. */
    public void retry(Revocation revocation, Duration after) {
        boolean unused = postpone(revocation.row(), revocation.attempt(), 0, after);
    }

    private boolean postpone(RowKey key, int attempts, int more, Duration by) {
        return statements.update(
                        "UPDATE tstoken_authorization SET attempts = attempts + ?, due_at = " + AuthorizationTable.NOW
                                + " + ?" + CLAIMED,
                        more,
                        by.toMillis(),
                        key.user().hex(),
                        key.provider().value(),
                        key.revocation(),
                        attempts)
                == 1;
    }

    private void delete(RowKey key, int attempts) {
        int unused = statements.update(
                "DELETE FROM tstoken_authorization" + CLAIMED,
                key.user().hex(),
                key.provider().value(),
                key.revocation(),
                attempts);
    }
}
