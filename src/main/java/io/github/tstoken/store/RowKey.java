package io.github.tstoken.store;

/**
 * Which row of the table.
 *
 * @param user whose it is
 * @param provider of which provider
 * @param revocation {@link #NONE} for the authorization itself; something unique for one that waits to be revoked
 */
record RowKey(UserKey user, ProviderId provider, String revocation) {
    static final String NONE = "";

    /** The row of an authorization that can be used. */
    static RowKey living(UserKey user, ProviderId provider) {
        return new RowKey(user, provider, NONE);
    }
}
