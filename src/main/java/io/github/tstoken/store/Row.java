package io.github.tstoken.store;

import java.util.Optional;
import java.util.Set;

/**
 * A row of the table, as it is stored; instants in milliseconds.
 *
 * @param tokens empty when the grant has ended
 */
record Row(
        RowKey key,
        long version,
        Set<String> scopes,
        long connectedAt,
        long expiresAt,
        Optional<Long> refreshedAt,
        Optional<EncryptedTokens> tokens,
        int attempts,
        Optional<Long> dueAt) {}
