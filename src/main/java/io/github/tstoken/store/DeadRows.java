package io.github.tstoken.store;

import java.time.Instant;

/** Rows that nobody can use any more: the person did not connect again, or no provider could be told to forget the tokens. */
final class DeadRows {
    private static final int BATCH = 1000;
    private static final String DEAD =
            "expires_at < ? AND (access_token IS NULL OR refresh_token IS NULL OR revocation <> '')";
    /** What is dead is asked twice: a person may connect again between finding the row and deleting it. */
    private static final String DELETE = "DELETE FROM tstoken_authorization WHERE " + DEAD
            + " AND (user_key, provider, revocation) IN (SELECT user_key, provider, revocation FROM tstoken_authorization"
            + " WHERE " + DEAD + " FETCH FIRST " + BATCH + " ROWS ONLY)";

    private DeadRows() {}

    /** Deletes the rows whose last token ended before a moment, and says how many they were. */
    static int sweep(Statements statements, Instant endedBefore) {
        int deleted = 0;
        int batch = BATCH;
        while (batch == BATCH) {
            batch = statements.update(DELETE, endedBefore.toEpochMilli(), endedBefore.toEpochMilli());
            deleted += batch;
        }
        return deleted;
    }
}
