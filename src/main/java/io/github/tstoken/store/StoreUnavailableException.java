package io.github.tstoken.store;

/** The database gave no answer, or one that cannot be used, so that nothing is known. It may answer in a moment. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure of the store.
     *
     * @param detail for our log: never the database's own words, which repeat what is in a row
     */
    public StoreUnavailableException(String detail) {
        super(detail, null, false, false);
    }
}
