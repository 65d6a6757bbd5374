package io.github.tstoken.oauth;

/** A token that proves nothing. */
public final class InvalidTokenException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * A token that proves nothing.
     *
     * @param reason what is wrong with it, in our own words: nothing of the token itself
     */
    InvalidTokenException(String reason) {
        super(reason, null, false, false);
    }
}
